import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { createQuietLog } from '../testing/quiet-log.ts';
import { lockDownPages, lockDownSession } from './lock-down.ts';

function aLockedPage() {
  const app = new EventEmitter();
  lockDownPages(app as unknown as Pick<App, 'on'>, createQuietLog());
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
  app.emit('web-contents-created', {}, contents);
  return contents;
}

const HOSTILE_ADDRESSES = [
  'https://evil.example/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<b>x</b>',
  'blob:app://console/1',
  'about:blank',
  'app://console/other.html',
  'app://console/index.html?x',
  'app://elsewhere/index.html',
  'chrome://settings',
];

test.each(HOSTILE_ADDRESSES)('a navigation to %s is refused', (url) => {
  const preventDefault = vi.fn();
  aLockedPage().emit('will-frame-navigate', { url, isMainFrame: true, preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});

test('the page may load itself again, but not inside a frame', () => {
  const contents = aLockedPage();
  const preventDefault = vi.fn();
  const url = 'app://console/index.html';
  contents.emit('will-frame-navigate', { url, isMainFrame: true, preventDefault });
  expect(preventDefault).not.toHaveBeenCalled();
  contents.emit('will-frame-navigate', { url, isMainFrame: false, preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});

test.each(['will-attach-webview', 'will-redirect'])('%s is refused', (name) => {
  const preventDefault = vi.fn();
  aLockedPage().emit(name, { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});

test('no window is opened', () => {
  const [decide] = aLockedPage().setWindowOpenHandler.mock.calls[0] ?? [];
  for (const url of HOSTILE_ADDRESSES) expect(decide({ url })).toEqual({ action: 'deny' });
});

test('no permission is granted, no device given, nothing downloaded', () => {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  });
  lockDownSession(session as unknown as Session, createQuietLog());
  const decided = vi.fn();
  for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal']) {
    session.setPermissionRequestHandler.mock.calls[0]?.[0]({}, permission, decided);
  }
  expect(decided.mock.calls).toEqual([[false], [false], [false], [false]]);
  expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]()).toBe(false);
  expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false);
  const preventDefault = vi.fn();
  session.emit('will-download', { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});
