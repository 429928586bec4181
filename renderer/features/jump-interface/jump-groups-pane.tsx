import { useMemo } from 'react';
import {
  useConsole,
  useConsoleState,
  useGroupLabels,
  useJumpItemList,
} from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Tree, type TreeNode } from '../../ui/tree.tsx';
import { CountLabel } from './count-label.tsx';
import { type JumpGroupNode, jumpGroupNodes, nodeIdOfScope } from './jump-group-nodes.ts';
import styles from './jump-groups-pane.module.css';

/** The left pane: the Jump Groups by who can access them (R1.1), their tags under an arrow (R1.2). */
export function JumpGroupsPane() {
  const { store } = useConsole();
  const list = useJumpItemList();
  const groups = useConsoleState((state) => state.jumpGroups.rows);
  const representative = useConsoleState((state) => state.representative);
  const expanded = useConsoleState((state) => state.preferences.expandedGroups);
  const scopes = useConsoleState((state) => state.scopes);
  const scope = scopes[0] ?? { kind: 'all' };
  const labels = useGroupLabels();

  const sections = useMemo(
    () => jumpGroupNodes({ groups, representative, labels, counts: list.counts, expanded, scope }),
    [groups, representative, labels, list, expanded, scope],
  );
  const nodes = sections.flatMap((section) => section.nodes);

  const onToggle = (id: string, isExpanded: boolean) => {
    const node = nodes.find((known) => known.id === id);
    if (node?.scope.kind !== 'group') return;
    const { jumpGroupId } = node.scope;
    const others = expanded.filter((known) => known !== jumpGroupId);
    store.getState().changePreferences({ expandedGroups: isExpanded ? [...others, jumpGroupId] : others });
    // A tag that is folded away cannot stay selected: its group is what is seen.
    if (!isExpanded && scope.kind === 'group' && scope.tag !== null && scope.jumpGroupId === jumpGroupId) {
      store.getState().selectScopes([node.scope]);
    }
  };

  return (
    <div className={styles.pane}>
      <h2 className={styles.title}>{t('jump-groups.title')}</h2>
      <Tree
        label={t('jump-groups.title')}
        sections={sections.map(({ title, nodes: own }) => ({ title, nodes: own.map(toTreeNode) }))}
        selectedId={nodeIdOfScope(scope)}
        onSelect={(id) => {
          const node = nodes.find((known) => known.id === id);
          if (node !== undefined) store.getState().selectScopes([node.scope]);
        }}
        onToggle={onToggle}
      />
    </div>
  );
}

function toTreeNode({ id, label, count, isExpanded, level }: JumpGroupNode): TreeNode {
  return {
    id,
    text: label,
    level,
    isExpanded,
    content: (
      <>
        <bdi className={styles.label} title={label}>
          {label}
        </bdi>
        <CountLabel count={count} />
      </>
    ),
  };
}
