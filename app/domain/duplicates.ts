import type { JumpItemId } from './ids.ts';
import type { JumpClient, JumpItem } from './jump-item.ts';
import { foldText } from './jump-item-search.ts';

/** What a Jump Client is among those of one computer; the older ones name the newest. */
export type Duplicate = { readonly is: 'newest' } | { readonly is: 'older'; readonly newest: string };

export type Duplicates = {
  /** Null for what has no duplicate, and for what is connected beside a newer one: that is another computer. */
  of(item: JumpItem): Duplicate | null;
  /**
   * Follows an item that came (`before` undefined), went (`after` undefined) or changed.
   * @returns the other items that are something else now
   */
  change(before: JumpItem | undefined, after: JumpItem | undefined): readonly JumpItemId[];
};

/** The Jump Clients of one computer. */
type Kin = { readonly members: Map<JumpItemId, JumpClient>; newest: JumpClient; awayCount: number };

const NONE: readonly JumpItemId[] = [];

/**
 * Tells which Jump Clients a computer has left behind, as after a new installation: those that are not connected and
 * have the hostname, the domain and the platform of one that was seen later. It is what the computers say of themselves,
 * and two may bear one name: what is connected is never called older.
 */
export function createDuplicates(items: Iterable<JumpItem>): Duplicates {
  const byComputer = new Map<string, Kin>();

  function add(item: JumpItem): void {
    const computer = computerOf(item);
    if (computer === null || item.method !== 'jump-client') return;
    const kin = byComputer.get(computer) ?? { members: new Map(), newest: item, awayCount: 0 };
    byComputer.set(computer, kin);
    kin.members.set(item.id, item);
    if (isAway(item)) kin.awayCount += 1;
    if (isNewer(item, kin.newest)) kin.newest = item;
  }

  function remove(item: JumpItem): void {
    const computer = computerOf(item);
    const kin = computer === null ? undefined : byComputer.get(computer);
    if (computer === null || kin === undefined || item.method !== 'jump-client') return;
    kin.members.delete(item.id);
    if (isAway(item)) kin.awayCount -= 1;
    const [first, ...others] = kin.members.values();
    if (first === undefined) byComputer.delete(computer);
    else if (kin.newest.id === item.id) kin.newest = others.reduce(newerOf, first);
  }

  /** What the others of a computer are told by. */
  function verdict(computer: string | null): string {
    const kin = computer === null ? undefined : byComputer.get(computer);
    return kin === undefined ? '' : `${kin.newest.id} ${hasOlder(kin)} ${kin.newest.name}`;
  }

  function others(computer: string | null, than: JumpItemId): JumpItemId[] {
    const kin = computer === null ? undefined : byComputer.get(computer);
    return [...(kin?.members.keys() ?? [])].filter((id) => id !== than);
  }

  for (const item of items) add(item);

  return {
    of(item) {
      const computer = computerOf(item);
      const kin = computer === null ? undefined : byComputer.get(computer);
      if (kin === undefined || item.method !== 'jump-client') return null;
      if (kin.newest.id === item.id) return hasOlder(kin) ? { is: 'newest' } : null;
      return isAway(item) ? { is: 'older', newest: kin.newest.name } : null;
    },
    change(before, after) {
      const id = (after ?? before)?.id;
      if (id === undefined) return NONE;
      const computers = new Set([before, after].map((item) => (item ? computerOf(item) : null)));
      const verdicts = [...computers].map((computer) => ({ computer, was: verdict(computer) }));
      if (before !== undefined) remove(before);
      if (after !== undefined) add(after);
      return verdicts.flatMap(({ computer, was }) =>
        verdict(computer) === was ? NONE : others(computer, id),
      );
    },
  };
}

/** Names that an installation leaves as they are tell no computer from another. */
const NOBODYS_OWN = new Set(['', 'localhost', 'localhost.localdomain']);

/** A passive Jump Client is left out: whether it is there is not known until it is called. */
function computerOf(item: JumpItem): string | null {
  if (item.method !== 'jump-client' || item.connection === 'passive') return null;
  const hostname = foldText(item.hostname.trim());
  return NOBODYS_OWN.has(hostname) ? null : `${hostname}\0${foldText(item.domain)}\0${item.platform}`;
}

function isAway({ presence }: JumpClient): boolean {
  return presence === 'offline' || presence === 'uninstalled';
}

function hasOlder({ awayCount, newest }: Kin): boolean {
  return awayCount > (isAway(newest) ? 1 : 0);
}

/** Connected before away; then what came or went last. The id decides between equals. */
function isNewer(one: JumpClient, other: JumpClient): boolean {
  if (isAway(one) !== isAway(other)) return isAway(other);
  if (one.presenceSince !== other.presenceSince) return one.presenceSince > other.presenceSince;
  return one.id > other.id;
}

function newerOf(one: JumpClient, other: JumpClient): JumpClient {
  return isNewer(other, one) ? other : one;
}
