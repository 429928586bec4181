import type { WebFrameMain } from 'electron';

type Sender = { senderFrame: WebFrameMain | null };

/**
 * Whether a message comes from the console's own page: the main frame of its window, and exactly its origin.
 * @param mainFrame the window's main frame; null when there is no window
 */
export function createTrustedSender(options: {
  mainFrame: () => WebFrameMain | null;
  origin: string;
}): (event: Sender) => boolean {
  return ({ senderFrame }) => {
    const mainFrame = options.mainFrame();
    if (senderFrame === null || mainFrame === null) return false;
    if (senderFrame.parent !== null) return false;
    const isMainFrame =
      senderFrame.processId === mainFrame.processId && senderFrame.routingId === mainFrame.routingId;
    return isMainFrame && senderFrame.origin === options.origin;
  };
}
