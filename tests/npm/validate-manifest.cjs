// Validates the JSON files of a Teams app package with Microsoft's validator, against the schemas that come with it: the one that
// each file names in $schema. Reads {name: file} from standard input, writes {name: [what is wrong]}.
const fs = require('fs');
const path = require('path');
const { AppManifestUtils } = require('@microsoft/app-manifest');

const schemas = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas');
const prefix = 'https://developer.microsoft.com/en-us/json-schemas/';

async function main() {
  const files = JSON.parse(fs.readFileSync(0, 'utf8'));
  const result = {};
  for (const [name, file] of Object.entries(files)) {
    if (!file.$schema.startsWith(prefix)) throw new Error(`${name}: ${file.$schema}`);
    const schema = fs.readFileSync(path.join(schemas, file.$schema.slice(prefix.length)), 'utf8');
    // Two slips in patterns of the schemas: "\a" is no escape, which the validator mends too in a schema that it fetches, and a
    // bracket that stands alone has to be escaped.
    const sound = schema.replace(/\\a/g, '\\x07').replaceAll('\\\\b]', '\\\\b\\\\]');
    result[name] = await AppManifestUtils.validateAgainstSchema(file, JSON.parse(sound));
  }
  process.stdout.write(JSON.stringify(result));
}

main();
