import type {
  ConsoleApi,
  ConsoleBridge,
  ConsoleEventName,
  ConsoleEvents,
  SessionPortArrived,
} from '#app/contracts/console-api.ts';

declare global {
  interface Window {
    readonly consoleApi: ConsoleBridge;
  }
}

/** The door to main: the only place that touches `window.consoleApi`. A refusal is a value, a rejection is a bug. */
export function getConsoleApi(): ConsoleApi {
  return { ...window.consoleApi, on };
}

/** Main wrote the text, so that what it says is of the contract's type. */
function on<N extends ConsoleEventName>(name: N, listener: (event: ConsoleEvents[N]) => void): () => void {
  return window.consoleApi.on(name, (eventJson) => listener(JSON.parse(eventJson) as ConsoleEvents[N]));
}

function isSessionPortArrived(data: unknown): data is SessionPortArrived {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'session-port-arrived' &&
    'sessionId' in data &&
    typeof data.sessionId === 'string'
  );
}

/**
 * Tells of each MessagePort that the preload hands over after `openSessionPort`. Messages of another window or
 * origin are not ours and are left alone.
 * @returns a function that ends the subscription
 */
export function onSessionPort(
  listener: (arrived: SessionPortArrived, port: MessagePort) => void,
): () => void {
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return;
    const [port] = event.ports;
    if (port !== undefined && isSessionPortArrived(event.data)) listener(event.data, port);
  };
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}
