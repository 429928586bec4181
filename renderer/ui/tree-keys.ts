import type { TreeNode } from './tree.tsx';

/** What a key does in a tree. `go` may only move the focus; `choose` always selects. */
export type KeyStep =
  | { readonly kind: 'toggle'; readonly id: string; readonly isExpanded: boolean }
  | { readonly kind: 'go' | 'choose'; readonly id: string };

type Stroke = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean };

/** @returns null for a key that does nothing here, or with Ctrl means something else */
export function stepOfKey(
  { key, ctrlKey, metaKey }: Stroke,
  node: TreeNode,
  nodes: readonly TreeNode[],
): KeyStep | null {
  const index = nodes.indexOf(node);
  switch (key) {
    case 'ArrowDown':
      return goTo(nodes[index + 1]);
    case 'ArrowUp':
      return goTo(nodes[index - 1]);
    case 'Home':
      return goTo(nodes[0]);
    case 'End':
      return goTo(nodes.at(-1));
    case 'ArrowRight':
      if (node.isExpanded === false) return { kind: 'toggle', id: node.id, isExpanded: true };
      return node.isExpanded ? goTo(nodes[index + 1]) : null;
    case 'ArrowLeft':
      if (node.isExpanded) return { kind: 'toggle', id: node.id, isExpanded: false };
      return node.level === 1 ? null : goTo(nodes.slice(0, index).findLast(({ level }) => level === 1));
    case 'Enter':
    case ' ':
      return { kind: 'choose', id: node.id };
    default:
      return ctrlKey || metaKey ? null : typeAhead(key, index, nodes);
  }
}

function goTo(node: TreeNode | undefined): KeyStep | null {
  return node === undefined ? null : { kind: 'go', id: node.id };
}

function typeAhead(key: string, index: number, nodes: readonly TreeNode[]): KeyStep | null {
  if ([...key].length !== 1) return null;
  const following = [...nodes.slice(index + 1), ...nodes.slice(0, index + 1)];
  return goTo(following.find(({ text }) => text.toLowerCase().startsWith(key.toLowerCase())));
}

/** The nodes from one to another, in whichever order; an unknown one counts as the other. */
export function nodesBetween(
  nodes: readonly TreeNode[],
  oneId: string,
  otherId: string,
): readonly TreeNode[] {
  const other = nodes.findIndex(({ id }) => id === otherId);
  const known = nodes.findIndex(({ id }) => id === oneId);
  const one = known === -1 ? other : known;
  return nodes.slice(Math.min(one, other), Math.max(one, other) + 1);
}
