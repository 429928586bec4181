import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { distinctScopes, type JumpItemScope } from '#app/domain/jump-item-scope.ts';
import { presenceBucket } from '#app/domain/jump-item-summary.ts';

/** What the left pane shows beside a group or tag: how many of its items are online, of how many. */
export type Count = { readonly online: number; readonly total: number };

const NONE: Count = { online: 0, total: 0 };

/** What groups and tags count; another object as soon as a number is another one. */
export type JumpItemCounts = {
  readonly all: Count;
  group(jumpGroupId: JumpGroupId): Count;
  tag(jumpGroupId: JumpGroupId, tag: string): Count;
  /** The tags that a group's items carry at the moment. */
  tags(jumpGroupId: JumpGroupId): readonly string[];
};

/** Counts that grow and shrink with each row that comes and goes: no scan of all rows for a group's number. */
type JumpItemCounter = {
  current(): JumpItemCounts;
  clear(): void;
  /** @param by 1 for an item that came, −1 for one that left */
  count(item: JumpItem, by: 1 | -1): void;
};

type GroupCounts = { own: Count; readonly tags: Map<string, Count> };

function changed(count: Count | undefined, item: JumpItem, by: 1 | -1): Count {
  const { online, total } = count ?? NONE;
  return { online: online + (presenceBucket(item) === 'online' ? by : 0), total: total + by };
}

/** True when no number tells one from the other: most changes of an item are such. */
export function countsAlike(one: JumpItem, other: JumpItem): boolean {
  return (
    one.jumpGroupId === other.jumpGroupId &&
    one.tag === other.tag &&
    presenceBucket(one) === presenceBucket(other)
  );
}

export function createJumpItemCounts(): JumpItemCounter {
  const groups = new Map<JumpGroupId, GroupCounts>();
  let all = NONE;
  let known: JumpItemCounts | null = null;

  const countTag = (tags: Map<string, Count>, tag: string, item: JumpItem, by: 1 | -1) => {
    const count = changed(tags.get(tag), item, by);
    if (count.total === 0) tags.delete(tag);
    else tags.set(tag, count);
  };

  return {
    current() {
      known ??= {
        all,
        group: (jumpGroupId) => groups.get(jumpGroupId)?.own ?? NONE,
        tag: (jumpGroupId, tag) => groups.get(jumpGroupId)?.tags.get(tag) ?? NONE,
        tags: (jumpGroupId) => [...(groups.get(jumpGroupId)?.tags.keys() ?? [])],
      };
      return known;
    },
    clear() {
      known = null;
      all = NONE;
      groups.clear();
    },
    count(item, by) {
      known = null;
      all = changed(all, item, by);
      const group = groups.get(item.jumpGroupId) ?? { own: NONE, tags: new Map<string, Count>() };
      group.own = changed(group.own, item, by);
      if (item.tag !== null) countTag(group.tags, item.tag, item, by);
      if (group.own.total === 0) groups.delete(item.jumpGroupId);
      else groups.set(item.jumpGroupId, group);
    },
  };
}

/** How many items there are in the chosen groups and tags, whatever is searched. */
export function totalOf(scopes: readonly JumpItemScope[], counts: JumpItemCounts): number {
  let total = 0;
  for (const scope of distinctScopes(scopes)) {
    if (scope.kind === 'all') return counts.all.total;
    const count =
      scope.tag === null ? counts.group(scope.jumpGroupId) : counts.tag(scope.jumpGroupId, scope.tag);
    total += count.total;
  }
  return total;
}
