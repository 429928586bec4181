import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Icon } from './icon.tsx';
import styles from './tree.module.css';

export type TreeNode = {
  readonly id: string;
  /** What type-ahead reads, and the start of the item's name. */
  readonly text: string;
  readonly level: 1 | 2;
  /** Null: it has no children, and no arrow. */
  readonly isExpanded: boolean | null;
  readonly content: ReactNode;
};

export type TreeSection = { readonly title: string | null; readonly nodes: readonly TreeNode[] };

type Props = {
  label: string;
  sections: readonly TreeSection[];
  selectedId: string;
  onSelect: (id: string) => void;
  onToggle: (id: string, isExpanded: boolean) => void;
};

/** A tree of two levels in the pattern of WAI-ARIA: arrows move and open, letters find, the selection follows. */
export function Tree({ label, sections, selectedId, onSelect, onToggle }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const nodes = sections.flatMap((section) => section.nodes);
  const focusableId = nodes.some((node) => node.id === selectedId) ? selectedId : nodes[0]?.id;

  const goTo = (node: TreeNode | undefined) => {
    if (node === undefined) return;
    onSelect(node.id);
    root.current?.querySelector<HTMLElement>(`[data-node-id="${CSS.escape(node.id)}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const index = nodes.findIndex((node) => node.id === focusableId);
    const node = nodes[index];
    if (node === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepFor(event.key, node, index, nodes);
    if (step === null) return;
    event.preventDefault();
    if (step.kind === 'toggle') onToggle(node.id, step.isExpanded);
    else goTo(step.node);
  };

  return (
    <div ref={root} role="tree" aria-label={label} className={styles.tree} onKeyDown={onKeyDown}>
      {sections.map((section) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree is no fieldset
        <div key={section.title ?? ''} role="group" aria-label={section.title ?? label}>
          {section.title !== null && <div className={styles.title}>{section.title}</div>}
          {section.nodes.map((node) => (
            <TreeItem
              key={node.id}
              node={node}
              isSelected={node.id === selectedId}
              isFocusable={node.id === focusableId}
              onSelect={onSelect}
              onToggle={onToggle}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type ItemProps = Pick<Props, 'onSelect' | 'onToggle'> & {
  node: TreeNode;
  isSelected: boolean;
  isFocusable: boolean;
};

function TreeItem({ node, isSelected, isFocusable, onSelect, onToggle }: ItemProps) {
  const { id, isExpanded } = node;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    <div
      role="treeitem"
      className={styles.item}
      data-node-id={id}
      aria-level={node.level}
      aria-selected={isSelected}
      aria-expanded={isExpanded ?? undefined}
      tabIndex={isFocusable ? 0 : -1}
      onClick={() => onSelect(id)}
    >
      <span
        className={styles.arrow}
        aria-hidden="true"
        data-arrow={isExpanded === null ? undefined : id}
        onClick={(event) => {
          if (isExpanded === null) return;
          event.stopPropagation();
          onToggle(id, !isExpanded);
        }}
      >
        {isExpanded !== null && <Icon name={isExpanded ? 'chevron-down' : 'chevron-right'} />}
      </span>
      {node.content}
    </div>
  );
}

type Step = { kind: 'toggle'; isExpanded: boolean } | { kind: 'go'; node: TreeNode | undefined };

function stepFor(key: string, node: TreeNode, index: number, nodes: readonly TreeNode[]): Step | null {
  const go = (to: TreeNode | undefined): Step => ({ kind: 'go', node: to });
  switch (key) {
    case 'ArrowDown':
      return go(nodes[index + 1]);
    case 'ArrowUp':
      return go(nodes[index - 1]);
    case 'Home':
      return go(nodes[0]);
    case 'End':
      return go(nodes.at(-1));
    case 'ArrowRight':
      if (node.isExpanded === false) return { kind: 'toggle', isExpanded: true };
      return node.isExpanded ? go(nodes[index + 1]) : null;
    case 'ArrowLeft':
      if (node.isExpanded) return { kind: 'toggle', isExpanded: false };
      return node.level === 1 ? null : go(nodes.slice(0, index).findLast(({ level }) => level === 1));
    case 'Enter':
    case ' ':
      return go(node);
    default:
      return typeAhead(key, index, nodes);
  }
}

function typeAhead(key: string, index: number, nodes: readonly TreeNode[]): Step | null {
  if ([...key].length !== 1) return null;
  const following = [...nodes.slice(index + 1), ...nodes.slice(0, index + 1)];
  const found = following.find(({ text }) => text.toLowerCase().startsWith(key.toLowerCase()));
  return found === undefined ? null : { kind: 'go', node: found };
}
