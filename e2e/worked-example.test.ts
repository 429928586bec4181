import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

test('the worked example of docs/qa.md is a test that runs, in at most fifteen lines', () => {
  const examples = [...read('docs/qa.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
  const example = examples.find((code) => code.startsWith("test('R7.4 ")) ?? '';
  expect(example.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
  expect(example).not.toBe('');
  expect(read('e2e/specs/pin-messages.spec.ts')).toContain(example);
});
