import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { createTexts } from '#app/texts/texts.ts';
import { eventually } from '../testing/eventually.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { recoverWindow } from './window-recovery.ts';

function aWindow(chosen = 0) {
  const webContents = Object.assign(new EventEmitter(), {
    reload: vi.fn(),
    forcefullyCrashRenderer: vi.fn(),
  });
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false });
  const clock = createManualClock();
  const calls = { onGone: vi.fn(), onRestarted: vi.fn(), quit: vi.fn() };
  const ask = vi.fn().mockResolvedValue(chosen);
  recoverWindow({
    window: window as never,
    texts: createTexts('en'),
    log: createQuietLog(),
    now: clock.now,
    ask,
    ...calls,
  });
  const crash = (reason = 'crashed') => webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });
  return { window, webContents, clock, ask, crash, ...calls };
}

test('a page that crashes is loaded again, and the person is told', () => {
  const { crash, webContents, onGone, onRestarted } = aWindow();
  crash();
  expect(onGone).toHaveBeenCalledOnce();
  expect(onRestarted).toHaveBeenCalledOnce();
  expect(webContents.reload).toHaveBeenCalledOnce();
});

test('the third crash within a minute asks, and reloads when told to', async () => {
  const { crash, webContents, ask } = aWindow(0);
  crash();
  crash();
  crash();
  expect(webContents.reload).toHaveBeenCalledTimes(2);
  expect(ask).toHaveBeenCalledOnce();
  await eventually(() => expect(webContents.reload).toHaveBeenCalledTimes(3));
});

test('a minute later crashes are forgiven', () => {
  const { crash, clock, ask } = aWindow();
  crash();
  crash();
  clock.advance(60_000);
  crash();
  expect(ask).not.toHaveBeenCalled();
});

test('who chooses to quit after a crash quits', async () => {
  const { crash, quit } = aWindow(1);
  for (let time = 0; time < 3; time += 1) crash();
  await eventually(() => expect(quit).toHaveBeenCalledOnce());
});

test('a page that hangs is asked about once, and goes down only when told to', async () => {
  const { window, webContents, ask } = aWindow(1);
  window.emit('unresponsive');
  window.emit('unresponsive');
  expect(ask).toHaveBeenCalledOnce();
  await eventually(() => expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce());
});

test('waiting leaves a page that hangs alone', async () => {
  const { window, webContents, ask } = aWindow(0);
  window.emit('unresponsive');
  await ask.mock.results[0]?.value;
  expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
});
