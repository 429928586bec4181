import type { SupportSessionId } from '#app/domain/ids.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { getConsoleApi, onPort } from '../../console-api.ts';

/**
 * Asks main for a session's port.
 * @param on.refused the session is not ours to open, or has ended
 * @returns a function that stops waiting for the answer
 */
export function requestSessionPort(
  sessionId: SupportSessionId,
  on: { arrived: (port: MessagePort) => void; refused: (code: JumpErrorCode) => void },
): () => void {
  const stop = onPort((arrival, port) => {
    if (arrival.type !== 'session-port-arrived' || arrival.sessionId !== sessionId) return;
    stop();
    on.arrived(port);
  });
  // A rejection is a bug: left unhandled, it reaches the window's own report.
  void getConsoleApi()
    .openSessionPort({ sessionId })
    .then((result) => {
      if (result.ok) return;
      stop();
      on.refused(result.code);
    });
  return stop;
}
