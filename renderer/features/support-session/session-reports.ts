import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { Transfer } from '#app/contracts/files-port.ts';
import { MOST_REPORTS, type SessionReport } from '#app/contracts/session-summaries.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { ReportedDeed } from '#app/domain/session-summary.ts';
import { hasEnded } from './file-transfer/files-view.ts';
import type { SessionConnection } from './session-connection.ts';

/** Reports are gathered for so long; what was refused is tried again after a while. */
export const GATHER_MS = 1_000;
export const TRY_AGAIN_MS = 5_000;
/** So many wait for an appliance that cannot be reached; further ones are left out. */
const MOST_WAITING = 200;
const MOST_NAME_UNITS = 300;

type Options = {
  api: Pick<ConsoleApi, 'reportOnSession'>;
  sessionId: SupportSessionId;
  connection: Pick<SessionConnection, 'snapshot' | 'subscribe' | 'files' | 'screen' | 'chat'>;
  newId: () => string;
  after: (milliseconds: number, run: () => void) => () => void;
};

/**
 * Tells the appliance what is done in a session, which it relays unread: that shells were opened, which files went, that
 * the screen was looked at, how many messages were written. @returns an end to it
 */
export function reportOnSession({ api, sessionId, connection, newId, after }: Options): () => void {
  let waiting: SessionReport[] = [];
  let chatMessages = 0;
  let toldMessages = 0;
  let isResting = false;
  let cancelRest = () => {};

  function add(deed: ReportedDeed): void {
    if (waiting.length < MOST_WAITING) waiting.push({ reportId: newId(), deed });
    plan();
  }

  /** A rejection is a bug: left unhandled, it reaches the window's own report. */
  function plan(): void {
    if (!isResting && (waiting.length > 0 || chatMessages > toldMessages)) void tell();
  }

  function rest(milliseconds: number): void {
    isResting = true;
    cancelRest = after(milliseconds, () => {
      isResting = false;
      plan();
    });
  }

  async function tell(): Promise<void> {
    const reports = waiting.slice(0, MOST_REPORTS);
    const count = chatMessages;
    rest(GATHER_MS);
    const answer = await api.reportOnSession({ sessionId, reports, chatMessages: count > 0 ? count : null });
    if (answer.ok) {
      waiting = waiting.filter((report) => !reports.includes(report));
      toldMessages = count;
    } else if (answer.code === 'session-not-found') {
      waiting = []; // it is long over, or no longer one's own
      toldMessages = Number.POSITIVE_INFINITY;
    } else {
      cancelRest();
      rest(TRY_AGAIN_MS);
    }
  }

  const ends = [
    watchShells(connection, add),
    watchFiles(connection.files, add),
    watchScreen(connection.screen, add),
    connection.chat.subscribe(() => {
      chatMessages = connection.chat.snapshot().messages.at(-1)?.seq ?? chatMessages;
      plan();
    }),
  ];
  return () => {
    for (const end of ends) end();
    cancelRest();
  };
}

type Add = (deed: ReportedDeed) => void;

/** Those that were found running were reported when they were opened. */
function watchShells({ snapshot, subscribe }: Options['connection'], add: Add): () => void {
  let opening = new Set<number>();
  return subscribe(() => {
    const { shells } = snapshot();
    for (const { channel, running } of shells)
      if (running && opening.has(channel)) add({ did: 'shell-opened' });
    opening = new Set(shells.filter(({ running }) => !running).map(({ channel }) => channel));
  });
}

function watchFiles({ snapshot, subscribe }: SessionConnection['files'], add: Add): () => void {
  const told = new Set<number>();
  return subscribe(() => {
    for (const transfer of snapshot().transfers) {
      if (!hasEnded(transfer))
        told.delete(transfer.id); // it is tried again
      else if (!told.has(transfer.id)) {
        told.add(transfer.id);
        if (transfer.state !== 'skipped') add(deedOf(transfer));
      }
    }
  });
}

function deedOf({ from, name, state, bytesTotal, filesTotal }: Transfer): ReportedDeed {
  return {
    did: 'transferred',
    way: from === 'here' ? 'sent' : 'received',
    name: name.length > MOST_NAME_UNITS ? `${name.slice(0, MOST_NAME_UNITS)}…` : name,
    bytes: bytesTotal,
    files: filesTotal,
    outcome: state === 'done' || state === 'cancelled' ? state : 'failed',
  };
}

/** Once for each time it is shared, and once for each time it is taken control of. */
function watchScreen({ snapshot, subscribe }: SessionConnection['screen'], add: Add): () => void {
  let before: 'nothing' | 'viewed' | 'controlled' = 'nothing';
  return subscribe(() => {
    const { stage, input } = snapshot();
    const now = stage.stage !== 'shared' ? 'nothing' : input === 'control' ? 'controlled' : 'viewed';
    if (now === before) return;
    if (before === 'nothing' && now !== 'nothing') add({ did: 'screen-viewed' });
    if (now === 'controlled') add({ did: 'screen-controlled' });
    before = now;
  });
}
