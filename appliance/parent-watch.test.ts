import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { onParentGone } from './parent-watch.ts';
import { createFakeEnvironment } from './testing/fake-environment.ts';

function watched(stdin: PassThrough | null) {
  const environment = createFakeEnvironment();
  const onGone = vi.fn();
  let parent = 4_711;
  onParentGone({ parentId: () => parent, stdin }, environment.clock, onGone);
  return {
    environment,
    onGone,
    adopt: () => {
      parent = 1;
    },
  };
}

test('a parent that stays is let be', () => {
  const { environment, onGone } = watched(null);
  environment.advance(60_000);
  expect(onGone).not.toHaveBeenCalled();
});

test('a process that somebody else adopts notices within a second', () => {
  const { environment, onGone, adopt } = watched(null);
  environment.advance(60_000);
  adopt();
  environment.advance(1_000);
  expect(onGone).toHaveBeenCalledTimes(1);
});

test('the end of standard input is the end of the parent, told once', async () => {
  const stdin = new PassThrough();
  const { environment, onGone, adopt } = watched(stdin);
  const closed = new Promise((resolve) => stdin.once('close', resolve));
  stdin.end();
  await closed;
  adopt();
  environment.advance(5_000);
  expect(onGone).toHaveBeenCalledTimes(1);
});
