import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import { missingRight } from '#app/domain/jump-item-permission.ts';
import type { Representative } from '#app/domain/representative.ts';
import { inGroupOrder } from '../store/jump-group-order.ts';
import type { GroupLabels } from '../store/selectors.ts';
import { t } from '../texts.ts';
import type { Choice } from '../ui/choice-field.tsx';

/** What the Jump Group is chosen for: new items, or items that lie in these groups now. */
export type GroupPurpose =
  | { readonly deed: 'create' }
  | { readonly deed: 'move'; readonly from: readonly JumpGroupId[] };

type Known = {
  readonly viewer: Representative;
  readonly groups: ReadonlyMap<JumpGroupId, JumpGroup>;
  readonly labels: GroupLabels;
};

/** Why the items cannot go to a group; null where they can. An item that lies there already needs no right (R1.13). */
export function groupRefusal(
  { viewer, groups, labels }: Known,
  to: JumpGroup,
  purpose: GroupPurpose,
): string | null {
  const leaving = purpose.deed === 'move' ? purpose.from.filter((id) => id !== to.id) : [];
  if (purpose.deed === 'move' && leaving.length === 0) return null;
  for (const id of leaving) {
    const old = groups.get(id);
    const right = old === undefined ? null : missingRight(viewer, old, 'move');
    if (old !== undefined && right !== null) {
      const group = labels.get(id) ?? old.name;
      return t('jump-group.cannot-leave', { group, right: t(`right.${right}`) });
    }
  }
  const right = missingRight(viewer, to, purpose.deed);
  return right === null ? null : t('jump-group.cannot-receive', { right: t(`right.${right}`) });
}

/**
 * The visible groups in the order of the left pane, other representatives' personal ones last. A new item is offered those
 * that take it (R2.3); items that are moved all of them, with the reason where they cannot go (R1.13).
 */
export function jumpGroupChoices(known: Known, purpose: GroupPurpose): readonly Choice<JumpGroupId>[] {
  const isOthers = (group: JumpGroup) => group.kind === 'personal' && group.ownerId !== known.viewer.id;
  const ordered = inGroupOrder([...known.groups.values()], known.labels);
  const all = [...ordered.filter((group) => !isOthers(group)), ...ordered.filter(isOthers)];
  const choices = all.map((group) => ({
    id: group.id,
    label: known.labels.get(group.id) ?? group.name,
    reason: groupRefusal(known, group, purpose) ?? undefined,
  }));
  return purpose.deed === 'create' ? choices.filter(({ reason }) => reason === undefined) : choices;
}
