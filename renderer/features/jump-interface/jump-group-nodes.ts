import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import type { Representative } from '#app/domain/representative.ts';
import { inGroupOrder } from '../../store/jump-group-order.ts';
import type { Count, JumpItemCounts } from '../../store/jump-item-counts.ts';
import { naturalKey } from '../../store/natural-key.ts';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';

export type JumpGroupNode = {
  readonly id: string;
  readonly scope: JumpItemScope;
  readonly label: string;
  /** The label as it is typed: a tag's without its sign. */
  readonly text: string;
  readonly count: Count;
  readonly level: 1 | 2;
  /** Null: no tagged items, no arrow (R1.2). */
  readonly isExpanded: boolean | null;
  readonly isRoot?: true;
};

export type JumpGroupSection = { readonly title: string | null; readonly nodes: readonly JumpGroupNode[] };

type Input = {
  readonly groups: ReadonlyMap<JumpGroupId, JumpGroup>;
  readonly representative: Representative | null;
  readonly labels: GroupLabels;
  readonly counts: JumpItemCounts;
  readonly expanded: readonly string[];
  readonly scopes: readonly JumpItemScope[];
  /** Personal groups that the second pane shows (R1.1). */
  readonly memberGroupIds: ReadonlySet<JumpGroupId>;
};

export function nodeIdOfScope(scope: JumpItemScope): string {
  if (scope.kind === 'all') return 'all';
  return scope.tag === null ? `group:${scope.jumpGroupId}` : `tag:${scope.jumpGroupId}:${scope.tag}`;
}

/**
 * The left pane's nodes from top to bottom: everything, Personal, all users, teams by name (R1.1); below, under a
 * title of their own, other representatives' personal groups where the rights show them. With rights to the members
 * of the own teams only, these are in the second pane alone.
 */
export function jumpGroupNodes(input: Input): readonly JumpGroupSection[] {
  const groups = [...input.groups.values()];
  const isOthers = (group: JumpGroup) =>
    group.kind === 'personal' && group.ownerId !== input.representative?.id;
  const own = inGroupOrder(
    groups.filter((group) => !isOthers(group)),
    input.labels,
  );
  const seesAll = input.representative?.rights.includes('view-personal-groups-of-others') ?? false;
  const others = inGroupOrder(
    groups.filter((group) => isOthers(group) && (seesAll || !input.memberGroupIds.has(group.id))),
    input.labels,
  );
  const everything: JumpGroupNode = {
    id: 'all',
    scope: { kind: 'all' },
    label: t('jump-groups.all'),
    text: t('jump-groups.all'),
    count: input.counts.all,
    level: 1,
    isExpanded: null,
    isRoot: true,
  };
  const main = { title: null, nodes: [everything, ...own.flatMap((group) => groupNodes(group, input))] };
  if (others.length === 0) return [main];
  return [
    main,
    { title: t('jump-groups.others'), nodes: others.flatMap((group) => groupNodes(group, input)) },
  ];
}

function groupNodes(group: JumpGroup, { labels, counts, expanded, scopes }: Input): readonly JumpGroupNode[] {
  const tags = new Set(counts.tags(group.id));
  // A selected tag stays while its last item leaves: a selection that vanishes would show something else.
  for (const scope of scopes) {
    if (scope.kind === 'group' && scope.jumpGroupId === group.id && scope.tag !== null) tags.add(scope.tag);
  }
  const isExpanded = tags.size === 0 ? null : expanded.includes(group.id);
  const node = (tag: string | null): JumpGroupNode => {
    const own: JumpItemScope = { kind: 'group', jumpGroupId: group.id, tag };
    const text = tag ?? labels.get(group.id) ?? group.name;
    return {
      id: nodeIdOfScope(own),
      scope: own,
      label: tag === null ? text : t('jump-groups.tag', { tag }),
      text,
      count: tag === null ? counts.group(group.id) : counts.tag(group.id, tag),
      level: tag === null ? 1 : 2,
      isExpanded: tag === null ? isExpanded : null,
    };
  };
  if (isExpanded !== true) return [node(null)];
  const sorted = [...tags].toSorted((one, other) => (naturalKey(one) < naturalKey(other) ? -1 : 1));
  return [node(null), ...sorted.map(node)];
}
