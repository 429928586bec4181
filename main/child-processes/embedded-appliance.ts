import type { Readable } from 'node:stream';
import { ApplianceAnnouncement } from '#app/contracts/appliance-process.ts';
import type { Texts } from '#app/texts/texts.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import { readLines } from './line-reader.ts';

const START_TIMEOUT_MS = 20_000;
/** How long after an exit what was said before it is still waited for. */
const LAST_WORDS_MS = 1_000;
const MAX_LAST_WORDS = 400;
/** Pino's. */
const ERROR_LEVEL = 50;

/**
 * A process that Electron runs beside main (`utilityProcess`), and that ends with it. Its exit may be told before
 * its streams were read to their ends.
 */
export type ChildProcess = {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  on(event: 'exit', listener: (exitCode: number) => void): unknown;
  kill(): boolean;
};

export type ReadyAppliance = Extract<ApplianceAnnouncement, { ready: true }>;

type Deps = {
  fork: () => ChildProcess;
  clock: Clock;
  texts: Texts;
  log: Log;
  onReady: (appliance: ReadyAppliance) => void;
  /** It could not start, or ended. @param message the appliance's own words, for the person */
  onFailed: (message: string) => void;
};

/**
 * Starts the appliance of this console, a process of its own: its death is not the console's.
 * @returns a function that ends it
 */
export function startEmbeddedAppliance({ fork, clock, texts, log, onReady, onFailed }: Deps): () => void {
  const child = fork();
  let phase: 'starting' | 'ready' | 'over' = 'starting';
  let lastWords = '';
  const cancelTimeout = clock.after(START_TIMEOUT_MS, () =>
    fail(texts('window.appliance-silent', { lastWords })),
  );

  function end(): void {
    phase = 'over';
    cancelTimeout();
    child.kill();
  }

  function fail(message: string): void {
    if (phase === 'over') return;
    end();
    log.error({ message }, 'the embedded appliance failed');
    onFailed(message.trim());
  }

  function announce(line: string): void {
    if (phase !== 'starting') return;
    const announcement = parseAnnouncement(line);
    if (announcement === null) fail(texts('window.appliance-unreadable'));
    else if (!announcement.ready) fail(announcement.message);
    else {
      phase = 'ready';
      cancelTimeout();
      onReady(announcement);
    }
  }

  if (child.stdout !== null) readLines(child.stdout, announce);
  if (child.stderr !== null) {
    readLines(child.stderr, (line) => {
      lastWords = complaintOf(line) ?? lastWords;
      log.info({ line }, 'the embedded appliance says');
    });
  }
  const whenSaid = allEnded([child.stdout, child.stderr]);
  child.on('exit', (exitCode) => {
    const stopped = () => fail(texts('window.appliance-stopped', { exitCode, lastWords }));
    const cancel = clock.after(LAST_WORDS_MS, stopped);
    whenSaid(() => {
      cancel();
      stopped();
    });
  });
  return end;
}

/** @returns what runs a task once all of the streams have ended */
function allEnded(streams: readonly (Readable | null)[]): (task: () => void) => void {
  const open = new Set(streams.filter((stream) => stream !== null));
  let task: (() => void) | null = null;
  const runWhenDue = () => {
    if (open.size === 0) task?.();
  };
  for (const stream of open) {
    stream.once('end', () => {
      open.delete(stream);
      runWhenDue();
    });
  }
  return (given) => {
    task = given;
    runWhenDue();
  };
}

/** What a line of standard error complains of, for a person: of a log line its message, of a stack its first line. */
function complaintOf(line: string): string | null {
  const logged = /^\{"level":(\d+),.*"msg":("(?:[^"\\]|\\.)*")\}$/.exec(line);
  if (logged === null) return /error/i.test(line) ? line.slice(0, MAX_LAST_WORDS) : null;
  const [, level, message] = logged;
  return Number(level) >= ERROR_LEVEL ? String(JSON.parse(message ?? '""')).slice(0, MAX_LAST_WORDS) : null;
}

function parseAnnouncement(line: string): ApplianceAnnouncement | null {
  try {
    return ApplianceAnnouncement.safeParse(JSON.parse(line)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
