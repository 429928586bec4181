import type { WebContents } from 'electron';
import type {
  ConsoleEventName,
  ConsoleEvents,
  ConsoleNotice,
  PortArrived,
} from '#app/contracts/console-api.ts';
import { eventChannel, PORT_CHANNEL } from '#app/contracts/console-api-names.ts';

/** Notices that nobody has seen yet are few; the oldest of more than this are dropped. */
const MAX_KEPT_NOTICES = 20;

export type RendererChannel = {
  send<N extends ConsoleEventName>(name: N, event: ConsoleEvents[N]): void;
  /** The same of an event that is JSON text already. */
  sendJson(name: ConsoleEventName, eventJson: string): void;
  /** Shown at once, or kept until a renderer is there to show it. */
  notice(notice: ConsoleNotice): void;
  sendPort(arrived: PortArrived, port: Electron.MessagePortMain): void;
  /** A renderer is there. @returns the notices that were kept for it */
  attach(): readonly ConsoleNotice[];
  /** It is gone: what is sent meanwhile would reach nobody. */
  detach(): void;
};

/** From main to the console's page. */
export function createRendererChannel(contents: () => WebContents | null): RendererChannel {
  let isAttached = false;
  let kept: ConsoleNotice[] = [];
  const target = () => (isAttached ? contents() : null);

  function sendJson(name: ConsoleEventName, eventJson: string): void {
    target()?.send(eventChannel(name), eventJson);
  }

  function send<N extends ConsoleEventName>(name: N, event: ConsoleEvents[N]): void {
    sendJson(name, JSON.stringify(event));
  }

  return {
    send,
    sendJson,
    notice(notice) {
      if (target() !== null) send('noticed', notice);
      else kept = [...kept, notice].slice(-MAX_KEPT_NOTICES);
    },
    sendPort(arrived, port) {
      target()?.postMessage(PORT_CHANNEL, arrived, [port]);
    },
    attach() {
      isAttached = true;
      const notices = kept;
      kept = [];
      return notices;
    },
    detach() {
      isAttached = false;
    },
  };
}
