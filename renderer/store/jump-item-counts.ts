import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { presenceBucket } from '#app/domain/jump-item-summary.ts';

/** What the left pane shows beside a group or tag: how many of its items are online, of how many. */
export type Count = { readonly online: number; readonly total: number };

const NONE: Count = { online: 0, total: 0 };

/** Counts that grow and shrink with each row that comes and goes: no scan of all rows for a group's number. */
export type JumpItemCounts = {
  readonly all: Count;
  group(jumpGroupId: JumpGroupId): Count;
  tag(jumpGroupId: JumpGroupId, tag: string): Count;
  /** The tags that a group's items carry at the moment. */
  tags(jumpGroupId: JumpGroupId): readonly string[];
  /** @param by 1 for an item that came, −1 for one that left */
  count(item: JumpItem, by: 1 | -1): void;
};

type GroupCounts = { own: Count; readonly tags: Map<string, Count> };

function changed(count: Count | undefined, item: JumpItem, by: 1 | -1): Count {
  const { online, total } = count ?? NONE;
  return { online: online + (presenceBucket(item) === 'online' ? by : 0), total: total + by };
}

export function createJumpItemCounts(): JumpItemCounts {
  const groups = new Map<JumpGroupId, GroupCounts>();
  let all = NONE;

  const countTag = (tags: Map<string, Count>, tag: string, item: JumpItem, by: 1 | -1) => {
    const count = changed(tags.get(tag), item, by);
    if (count.total === 0) tags.delete(tag);
    else tags.set(tag, count);
  };

  return {
    get all() {
      return all;
    },
    group: (jumpGroupId) => groups.get(jumpGroupId)?.own ?? NONE,
    tag: (jumpGroupId, tag) => groups.get(jumpGroupId)?.tags.get(tag) ?? NONE,
    tags: (jumpGroupId) => [...(groups.get(jumpGroupId)?.tags.keys() ?? [])],
    count(item, by) {
      all = changed(all, item, by);
      const group = groups.get(item.jumpGroupId) ?? { own: NONE, tags: new Map<string, Count>() };
      group.own = changed(group.own, item, by);
      if (item.tag !== null) countTag(group.tags, item.tag, item, by);
      if (group.own.total === 0) groups.delete(item.jumpGroupId);
      else groups.set(item.jumpGroupId, group);
    },
  };
}
