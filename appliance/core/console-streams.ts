import type { StreamId } from '#app/contracts/appliance-protocol.ts';
import type { RepresentativeId } from '#app/domain/ids.ts';
import { type ConsoleStream, createConsoleStream } from './console-stream.ts';
import type { Environment } from './environment.ts';
import type { Site } from './site.ts';

/** How long a stream waits for its console after a disconnect. */
export const STREAM_KEPT_MS = 120_000;

/** What a console says of the stream that it had. */
export type Resumption = { readonly streamId: StreamId; readonly acknowledgedSeq: number };
export type StartedStream = {
  readonly stream: ConsoleStream;
  readonly resumed: boolean;
  /** Whether the console had spoken with this very appliance process before. */
  readonly acquainted: boolean;
};

export type ConsoleStreams = ReturnType<typeof createConsoleStreams>;

/** All streams of a site, those of disconnected consoles included. */
export function createConsoleStreams(site: Site, { clock, randomness }: Environment) {
  const attached = new Set<ConsoleStream>();
  const waiting = new Map<StreamId, { stream: ConsoleStream; cancelEnd: () => void }>();
  const everIssued = new Set<StreamId>();

  site.onCommitted((changes) => {
    for (const stream of attached) stream.siteChanged(changes);
    for (const { stream } of waiting.values()) stream.siteChanged(changes);
  });

  const resume = (representativeId: RepresentativeId, resumption: Resumption): ConsoleStream | null => {
    const kept = waiting.get(resumption.streamId);
    if (kept === undefined || kept.stream.representativeId !== representativeId) return null;
    kept.cancelEnd();
    waiting.delete(resumption.streamId);
    return kept.stream.rewind(resumption.acknowledgedSeq) ? kept.stream : null;
  };

  return {
    /** Begins a stream, or goes on with the one that is asked for. Nothing is sent before it is attached. */
    start(representativeId: RepresentativeId, resumption: Resumption | null): StartedStream {
      const acquainted = resumption !== null && everIssued.has(resumption.streamId);
      const kept = resumption && resume(representativeId, resumption);
      if (kept) {
        attached.add(kept);
        return { stream: kept, resumed: true, acquainted };
      }
      const streamId = randomness.uuid() as StreamId;
      const stream = createConsoleStream({ streamId, representativeId, site, clock });
      everIssued.add(streamId);
      attached.add(stream);
      return { stream, resumed: false, acquainted };
    },
    /** The console is gone: its stream waits for it. */
    leave(stream: ConsoleStream): void {
      if (!attached.delete(stream)) return;
      stream.detach();
      const cancelEnd = clock.schedule(STREAM_KEPT_MS, () => waiting.delete(stream.streamId));
      waiting.set(stream.streamId, { stream, cancelEnd });
    },
    /** The console has begun another one. */
    end(stream: ConsoleStream): void {
      stream.detach();
      attached.delete(stream);
    },
    count: () => ({ attached: attached.size, waiting: waiting.size }),
  };
}
