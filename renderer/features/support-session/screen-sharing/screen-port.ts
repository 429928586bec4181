import type { VncPortEvent, VncPortRequest } from '#app/contracts/vnc-port.ts';
import type { VncPort } from '../../../remote-screen/vnc-channel.ts';

/** A session's channel in the place of a Local VNC's port: what comes before somebody listens is kept. */
export type ScreenPort = VncPort & { receive(event: VncPortEvent): void };

type Options = {
  post: (request: VncPortRequest) => void;
  /** The remote screen wants no more of it. */
  onClose: () => void;
};

export function createScreenPort({ post, onClose }: Options): ScreenPort {
  let listener: VncPort['onmessage'] = null;
  let hasBegun = false;
  let kept: VncPortEvent[] = [];
  const tell = (event: VncPortEvent) => listener?.({ data: event } as MessageEvent<VncPortEvent>);
  function begin(): void {
    hasBegun = true;
    for (const event of kept) tell(event);
    kept = [];
  }
  return {
    get onmessage() {
      return listener;
    },
    set onmessage(next) {
      listener = next;
      // As a MessagePort does it: whoever listens has finished what it does first.
      queueMicrotask(begin);
    },
    postMessage: post,
    close: onClose,
    receive(event) {
      if (hasBegun) tell(event);
      else kept.push(event);
    },
  };
}
