import { useMemo } from 'react';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import {
  useConsole,
  useConsoleState,
  useGroupLabels,
  useJumpItemCounts,
} from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Tree } from '../../ui/tree.tsx';
import { jumpGroupNodes, nodeIdOfScope } from './jump-group-nodes.ts';
import { toTreeNode } from './jump-group-tree-node.tsx';
import styles from './jump-groups-pane.module.css';
import { useDropMark } from './use-drop-mark.ts';

/** The left pane: the Jump Groups by who can access them (R1.1), their tags under an arrow (R1.2). */
export function JumpGroupsPane() {
  const { store } = useConsole();
  const expanded = useConsoleState((state) => state.preferences.expandedGroups);
  const scopes = useConsoleState((state) => state.scopes);
  const teamOfMember = useConsoleState((state) => state.teamOfMember);
  const sections = useJumpGroupSections();
  const dropTarget = useDropMark();
  const nodes = sections.flatMap((section) => section.nodes);

  const onToggle = (id: string, isExpanded: boolean) => {
    const node = nodes.find((known) => known.id === id);
    if (node?.scope.kind !== 'group') return;
    const { jumpGroupId } = node.scope;
    const others = expanded.filter((known) => known !== jumpGroupId);
    store.getState().changePreferences({ expandedGroups: isExpanded ? [...others, jumpGroupId] : others });
    if (isExpanded) return;
    // A tag that is folded away cannot stay selected: its group is what is seen.
    const isFolded = (scope: JumpItemScope) =>
      scope.kind === 'group' && scope.tag !== null && scope.jumpGroupId === jumpGroupId;
    if (!scopes.some(isFolded)) return;
    const kept = scopes.filter((scope) => !isFolded(scope) && nodeIdOfScope(scope) !== id);
    store.getState().changeScopes([...kept, node.scope]);
  };
  const onSelectMany = (ids: readonly string[]) => {
    const known = new Map([...nodes.map(({ scope }) => scope), ...scopes].map((s) => [nodeIdOfScope(s), s]));
    const chosen = ids.flatMap((id) => known.get(id) ?? []);
    store.getState().changeScopes(withoutAll(chosen, scopes));
  };
  const selected: readonly JumpItemScope[] =
    teamOfMember === null ? scopes : [{ kind: 'group', jumpGroupId: teamOfMember, tag: null }];

  return (
    <div className={styles.pane} data-drop-zone>
      <h2 className={styles.title}>{t('jump-groups.title')}</h2>
      <Tree
        label={t('jump-groups.title')}
        sections={sections.map(({ title, nodes: own }) => ({ title, nodes: own.map(toTreeNode) }))}
        selectedIds={new Set(selected.map(nodeIdOfScope))}
        onSelect={(id) => {
          const node = nodes.find((known) => known.id === id);
          if (node !== undefined) store.getState().selectScopes([node.scope]);
        }}
        onSelectMany={onSelectMany}
        onToggle={onToggle}
        dropTarget={dropTarget}
      />
    </div>
  );
}

function useJumpGroupSections() {
  const counts = useJumpItemCounts();
  const groups = useConsoleState((state) => state.jumpGroups.rows);
  const members = useConsoleState((state) => state.members.rows);
  const representative = useConsoleState((state) => state.representative);
  const expanded = useConsoleState((state) => state.preferences.expandedGroups);
  const scopes = useConsoleState((state) => state.scopes);
  const labels = useGroupLabels();
  const memberGroupIds = useMemo(
    () => new Set([...members.values()].map((member) => member.personalGroupId)),
    [members],
  );
  return useMemo(
    () =>
      jumpGroupNodes({
        groups,
        representative,
        labels,
        counts,
        expanded,
        scopes,
        memberGroupIds,
      }),
    [groups, representative, labels, counts, expanded, scopes, memberGroupIds],
  );
}

/** *All Jump Items* stands alone: added to groups it takes their place, a group added to it takes its place. */
function withoutAll(
  chosen: readonly JumpItemScope[],
  before: readonly JumpItemScope[],
): readonly JumpItemScope[] {
  const all = chosen.find(({ kind }) => kind === 'all');
  if (all === undefined) return chosen;
  const groups = chosen.filter((scope) => scope !== all);
  const wasAll = before.some(({ kind }) => kind === 'all');
  return wasAll && groups.length > 0 ? groups : [all];
}
