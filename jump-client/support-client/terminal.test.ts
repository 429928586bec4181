import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openTerminal } from './terminal.ts';

function aTerminal(isTTY: boolean) {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY });
  const terminal = openTerminal({ input, output });
  const printed = () => String(output.read() ?? '');
  return { input, terminal, printed };
}

test('nothing that is said does anything in a terminal', () => {
  const { terminal, printed } = aTerminal(false);
  terminal.say('\u001b]0;title\u0007Connected: An\u001b[2Jna\n  and Ben');
  expect(printed()).toBe(']0;titleConnected: An[2Jna\n  and Ben\n');
});

test('what is being typed stays below what is printed', () => {
  const { input, terminal, printed } = aTerminal(true);
  input.write('half a sen');
  printed();
  terminal.say('Anna: Hello');
  expect(printed()).toMatch(/Anna: Hello\n.*> half a sen/s);
  terminal.close();
});

test('lines are heard one by one', async () => {
  const { input, terminal } = aTerminal(false);
  const line = new Promise((resolve) => terminal.onLine(resolve));
  input.write('end\n');
  expect(await line).toBe('end');
});
