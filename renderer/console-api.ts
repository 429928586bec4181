import type {
  ConsoleApi,
  ConsoleBridge,
  ConsoleEventName,
  ConsoleEvents,
  ConsoleRequestName,
  PortArrived,
} from '#app/contracts/console-api.ts';
import { CONSOLE_REQUEST_NAMES } from '#app/contracts/console-api-names.ts';

declare global {
  interface Window {
    readonly consoleApi: ConsoleBridge;
  }
}

/** The door to main: the only place that touches `window.consoleApi`. A refusal is a value, a rejection is a bug. */
export function getConsoleApi(): ConsoleApi {
  const requests = CONSOLE_REQUEST_NAMES.map((name) => [name, request(name)]);
  return { ...Object.fromEntries(requests), on } as ConsoleApi;
}

// Main wrote the texts, so that what they say is of the contract's types.

const request = (name: ConsoleRequestName) => async (params: unknown) =>
  JSON.parse(await window.consoleApi[name](JSON.stringify(params)));

function on<N extends ConsoleEventName>(name: N, listener: (event: ConsoleEvents[N]) => void): () => void {
  return window.consoleApi.on(name, (eventJson) => listener(JSON.parse(eventJson) as ConsoleEvents[N]));
}

function isPortArrived(data: unknown): data is PortArrived {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  if (data.type === 'session-port-arrived') return 'sessionId' in data && typeof data.sessionId === 'string';
  return data.type === 'vnc-port-arrived' && 'vncLinkId' in data && typeof data.vncLinkId === 'string';
}

/**
 * Tells of each MessagePort that the preload hands over after `openSessionPort` and `openVncPort`. Messages of another
 * window or origin are not ours and are left alone.
 * @returns a function that ends the subscription
 */
export function onPort(listener: (arrived: PortArrived, port: MessagePort) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return;
    const [port] = event.ports;
    if (port !== undefined && isPortArrived(event.data)) listener(event.data, port);
  };
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}
