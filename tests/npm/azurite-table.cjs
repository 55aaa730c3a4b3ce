// The emulator of Azure Table storage, for as long as the pipe to standard input is open: so it ends with the tests
// that started it, also when they are killed.
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();

require('azurite/dist/src/table/main.js');
