import type { TreeNode } from '../../ui/tree.tsx';
import { CountLabel } from './count-label.tsx';
import type { JumpGroupNode } from './jump-group-nodes.ts';
import styles from './jump-groups-pane.module.css';

/** A group, a tag or a person as the trees show it: its name, and how many of its items are online. */
export function toTreeNode(
  node: Pick<JumpGroupNode, 'id' | 'label' | 'text' | 'count' | 'isExpanded' | 'level' | 'isRoot'>,
): TreeNode {
  const { id, label, text, count, isExpanded, level, isRoot } = node;
  return {
    id,
    text,
    level,
    isExpanded,
    isRoot,
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
