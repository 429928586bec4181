import { beforeEach, expect, test, vi } from 'vitest';
import { consoleRequests } from '#app/contracts/console-api.ts';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, (...words: unknown[]) => unknown>>(),
  listeners: new Map<string, (event: unknown, ...words: unknown[]) => void>(),
  invoke: vi.fn(),
  off: vi.fn(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => electron.exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: electron.invoke,
    on: (channel: string, listener: () => void) => electron.listeners.set(channel, listener),
    off: electron.off,
  },
}));

await import('./index.ts');
const api = electron.exposed.get('consoleApi');

beforeEach(() => vi.clearAllMocks());

test('the page gets one method for each request of the contract, `on`, and nothing else', () => {
  expect([...electron.exposed.keys()]).toEqual(['consoleApi']);
  expect(Object.keys(api ?? {}).sort()).toEqual([...Object.keys(consoleRequests), 'on'].sort());
});

test("a method asks on its request's own channel", () => {
  api?.signIn?.('{"address":"https://a.example"}');
  expect(electron.invoke).toHaveBeenCalledExactlyOnceWith(
    'console:signIn',
    '{"address":"https://a.example"}',
  );
});

test("an event reaches its listener without Electron's own event, until the subscription ends", () => {
  const listener = vi.fn();
  const end = api?.on?.('noticed', listener) as () => void;
  electron.listeners.get('console-event:noticed')?.({ sender: 'secret' }, '{"notice":"window-restarted"}');
  expect(listener).toHaveBeenCalledExactlyOnceWith('{"notice":"window-restarted"}');
  end();
  expect(electron.off).toHaveBeenCalledOnce();
});

test('only events of the contract can be subscribed to', () => {
  for (const name of ['constructor', 'session-port-arrived', '', 'console:watch']) {
    expect(() => api?.on?.(name, () => undefined)).toThrow(TypeError);
  }
});

test("a session's port is forwarded to the page's own origin only", () => {
  const postMessage = vi.fn();
  vi.stubGlobal('window', { postMessage, location: { origin: 'app://console' } });
  const port = {};
  const arrived = { type: 'session-port-arrived', sessionId: 's-1' };
  electron.listeners.get('console-event:port-arrived')?.({ ports: [port] }, arrived);
  expect(postMessage).toHaveBeenCalledExactlyOnceWith(arrived, 'app://console', [port]);
  vi.unstubAllGlobals();
});
