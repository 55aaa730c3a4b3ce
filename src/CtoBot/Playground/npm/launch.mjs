// Runs one Agents Playground inside this process. Arguments are passed on to its command line.
//
// What the Playground does not offer is added here:
// - It listens on every network interface. The chat it shows has no sign-in, so it is kept on loopback.
// - It would outlive a parent that was killed. The parent holds this process's standard input open;
//   when that ends, however the parent died, so does this process.
import { createRequire } from 'node:module';
import net from 'node:net';

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  return Number.isInteger(args[0]) && typeof args[1] !== 'string'
    ? listen.call(this, args[0], '127.0.0.1', ...args.slice(1))
    : listen.apply(this, args);
};

// Ctrl-C reaches the whole terminal group. The parent decides what it means, so the Playground's own handler is left out.
process.on('SIGINT', () => {});
const on = process.on;
process.on = function (event, listener) {
  return event === 'SIGINT' ? this : on.call(this, event, listener);
};

// Node.js prints the line of the program at which it ended, and here a line is some hundred thousand characters: what went wrong would be lost behind it.
process.on('uncaughtException', error => process.stderr.write(`${error?.stack ?? error}\n`, () => process.exit(1)));

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));

createRequire(import.meta.url)('@microsoft/m365agentsplayground/cli.js');
