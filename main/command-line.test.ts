import { expect, test } from 'vitest';
import { CommandLineError, readCommandLine } from './command-line.ts';

test('without options the console starts an appliance of its own', () => {
  expect(readCommandLine(['electron', '.', '--no-sandbox'])).toEqual({
    appliance: null,
    applianceArguments: [],
    withThisComputer: false,
  });
});

test('what the embedded appliance is told is handed on as it is', () => {
  const words = ['.', '--fleet=my fleet.json', '--items=10000', '--seed=7', '--with-this-computer'];
  expect(readCommandLine(words)).toEqual({
    appliance: null,
    applianceArguments: ['--fleet', 'my fleet.json', '--items', '10000', '--seed', '7'],
    withThisComputer: true,
  });
});

test('the address is reduced to its origin', () => {
  expect(readCommandLine(['--appliance=http://127.0.0.1:8080/']).appliance).toBe('http://127.0.0.1:8080');
});

test('an address that is none is refused with words for the terminal', () => {
  expect(() => readCommandLine(['--appliance=ftp://x'])).toThrow(CommandLineError);
});
