import type { VncLinkId } from '#app/domain/ids.ts';
import { getConsoleApi, onPort } from '../../console-api.ts';

/**
 * Asks main to connect, and for the port to the connection.
 * @param on.refused main does not know of it any more
 * @returns a function that stops waiting for the answer
 */
export function requestVncPort(
  vncLinkId: VncLinkId,
  on: { arrived: (port: MessagePort) => void; refused: () => void },
): () => void {
  const stop = onPort((arrival, port) => {
    if (arrival.type !== 'vnc-port-arrived' || arrival.vncLinkId !== vncLinkId) return;
    stop();
    on.arrived(port);
  });
  // A rejection is a bug: left unhandled, it reaches the window's own report.
  void getConsoleApi()
    .openVncPort({ vncLinkId })
    .then((result) => {
      if (result.ok) return;
      stop();
      on.refused();
    });
  return stop;
}
