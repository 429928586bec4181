import type { JumpGroup } from '#app/domain/jump-group.ts';
import { naturalKey } from './natural-key.ts';
import type { GroupLabels } from './selectors.ts';

const KIND_ORDER = { personal: 0, 'all-users': 1, team: 2 } as const;

/** Groups as every list of them shows them: personal ones, all users', teams; each kind by what it is called (R1.1). */
export function inGroupOrder(groups: readonly JumpGroup[], labels: GroupLabels): readonly JumpGroup[] {
  const key = (group: JumpGroup) =>
    `${KIND_ORDER[group.kind]} ${naturalKey(labels.get(group.id) ?? group.name)}`;
  return groups.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}
