import type { WebContents } from 'electron';
import { expect, test, vi } from 'vitest';
import { SupportSessionId } from '#app/domain/ids.ts';
import { createRendererChannel } from './renderer-channel.ts';

function aChannel() {
  const contents = { send: vi.fn(), postMessage: vi.fn() };
  return { contents, channel: createRendererChannel(() => contents as unknown as WebContents) };
}

test('notices wait until a renderer is there, and are shown once', () => {
  const { contents, channel } = aChannel();
  channel.notice({ notice: 'window-restarted' });
  expect(contents.send).not.toHaveBeenCalled();
  expect(channel.attach()).toEqual([{ notice: 'window-restarted' }]);

  channel.notice({ notice: 'secrets-not-kept' });
  expect(contents.send).toHaveBeenCalledExactlyOnceWith(
    'console-event:noticed',
    '{"notice":"secrets-not-kept"}',
  );
  expect(channel.attach()).toEqual([]);
});

test('what a renderer that is gone would have got is not sent', () => {
  const { contents, channel } = aChannel();
  channel.attach();
  channel.detach();
  channel.send('actionChosen', { actionId: 'jump' });
  expect(contents.send).not.toHaveBeenCalled();
});

test('a port is handed over with what it is for', () => {
  const { contents, channel } = aChannel();
  channel.attach();
  const port = {} as Electron.MessagePortMain;
  const sessionId = SupportSessionId.parse('s-1');
  channel.sendPort({ type: 'session-port-arrived', sessionId }, port);
  expect(contents.postMessage).toHaveBeenCalledExactlyOnceWith(
    'console-event:port-arrived',
    { type: 'session-port-arrived', sessionId },
    [port],
  );
});
