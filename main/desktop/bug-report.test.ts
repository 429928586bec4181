import { expect, test, vi } from 'vitest';
import { createTexts } from '#app/texts/texts.ts';
import { eventually } from '../testing/eventually.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { createBugReport } from './bug-report.ts';

test('a bug is logged each time and shown once at a time', async () => {
  const log = createQuietLog();
  let close: () => void = () => undefined;
  const show = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        close = resolve;
      }),
  );
  const reportBug = createBugReport({ log, texts: createTexts('en'), logPath: '/logs', show });
  reportBug(new Error('one'));
  reportBug(new Error('two'));
  expect(log.error).toHaveBeenCalledTimes(2);
  expect(show).toHaveBeenCalledOnce();

  close();
  await eventually(() => {
    reportBug(new Error('three'));
    expect(show).toHaveBeenCalledTimes(2);
  });
});

test('the dialog says where the log is', () => {
  const show = vi.fn().mockResolvedValue(undefined);
  createBugReport({ log: createQuietLog(), texts: createTexts('en'), logPath: '/x/logs', show })('boom {');
  expect(show.mock.calls[0]?.[0].detail).toMatch(/\/x\/logs\s+boom \{/);
});
