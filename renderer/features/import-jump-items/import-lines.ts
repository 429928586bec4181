import { type ImportEntry, seenItem } from '#app/contracts/jump-item-commands.ts';
import type { FileLine } from '#app/domain/file-columns.ts';
import type { PlannedLine } from '#app/domain/import-plan.ts';
import type { Refusal } from '../../store/messages-slice.ts';

/** A line of the file, what would become of it, and what has. */
export type ImportLine = {
  readonly planned: PlannedLine;
  readonly source: FileLine;
  /** What the appliance refused it with, when it was imported. */
  readonly refusal: Refusal | null;
  readonly isDone: boolean;
};

export const LINE_KINDS = ['created', 'changed', 'unchanged', 'refused', 'done'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** The lines of each kind, in the order of the file. */
export type ImportLines = { readonly [K in LineKind | 'all']: readonly ImportLine[] };

export const NO_LINES: ImportLines = {
  all: [],
  created: [],
  changed: [],
  unchanged: [],
  refused: [],
  done: [],
};

export function kindOf({ planned, refusal, isDone }: ImportLine): LineKind {
  if (refusal !== null) return 'refused';
  return isDone ? 'done' : planned.verdict;
}

/**
 * Gathers lines as they come in, without copying those that were there: a file has up to 100,000.
 * @returns the same arrays, longer
 */
export function appendLines(lines: ImportLines, added: readonly ImportLine[]): ImportLines {
  if (lines === NO_LINES) return sortLines(added);
  const own = lines as { [K in LineKind | 'all']: ImportLine[] };
  for (const line of added) {
    own.all.push(line);
    own[kindOf(line)].push(line);
  }
  return { ...lines };
}

export function sortLines(all: readonly ImportLine[]): ImportLines {
  const of = (kind: LineKind) => all.filter((line) => kindOf(line) === kind);
  return {
    all: [...all],
    created: of('created'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    refused: of('refused'),
    done: of('done'),
  };
}

/** What an import would do and has not done yet. */
export function pendingLines({ created, changed }: ImportLines, most: number): readonly ImportLine[] {
  const pending = [...created, ...changed].toSorted((one, other) => one.planned.line - other.planned.line);
  return pending.slice(0, most);
}

/** The line as the appliance takes it, with what was seen of the item; null where there is nothing to do. */
export function entryOf({ planned }: ImportLine): ImportEntry | null {
  if (planned.verdict === 'created') return { kind: 'create', shortcut: planned.shortcut };
  if (planned.verdict !== 'changed') return null;
  return { kind: 'edit', ...seenItem(planned.item), change: planned.change };
}
