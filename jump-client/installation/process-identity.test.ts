import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { identifyProcess, isStillRunning } from './process-identity.ts';

test('a process is the one that it was, until it ends', async () => {
  const child = spawn('sleep', ['60']);
  const identity = identifyProcess(child.pid ?? 0) ?? '';
  expect(isStillRunning(identity)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isStillRunning(identity)).toBe(false);
});

test('another process with its number is not it', () => {
  const identity = identifyProcess(process.pid) ?? '';
  const [processId, startedAt, boot] = identity.split(' ');
  expect(isStillRunning(`${processId} ${Number(startedAt) - 1} ${boot}`)).toBe(false);
  expect(isStillRunning(`${processId} ${startedAt} another`)).toBe(false);
});

test('what has ended is not running, though nobody has asked how', async () => {
  // Its parent never asks, as an init process that forgets to.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(parent.stdout, 'data');
  await expect.poll(() => identifyProcess(Number(String(line)))).toBeNull();
  parent.kill('SIGKILL');
});
