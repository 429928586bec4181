import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import styles from './tree.module.css';
import { type KeyStep, nodesBetween, stepOfKey } from './tree-keys.ts';

export type TreeNode = {
  readonly id: string;
  /** What type-ahead reads. */
  readonly text: string;
  readonly level: 1 | 2;
  /** Null: it has no children, and no arrow. */
  readonly isExpanded: boolean | null;
  readonly content: ReactNode;
  /** It holds all others, and stands before them: no room is kept for its arrow. */
  readonly isRoot?: true | undefined;
};

export type TreeSection = { readonly title: string | null; readonly nodes: readonly TreeNode[] };

type Props = {
  label: string;
  sections: readonly TreeSection[];
  selectedIds: ReadonlySet<string>;
  /** One item alone, by a click or a key. */
  onSelect: (id: string) => void;
  /** Takes several: what Ctrl and Shift make of the selection. Without it there is one at a time. */
  onSelectMany?: (ids: readonly string[]) => void;
  onToggle?: (id: string, isExpanded: boolean) => void;
  /** The item under something that is dragged, and whether that may be dropped there. */
  dropTarget?: DropMark | null;
};

export type DropMark = { readonly id: string; readonly isAllowed: boolean };

/** What an item is selected with: nothing, Ctrl (it comes or goes alone), Shift (all up to it). */
type Way = 'alone' | 'toggle' | 'range';

function wayOf({ ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent): Way {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey ? 'toggle' : 'alone';
}

/**
 * A tree of two levels in the pattern of WAI-ARIA: arrows move and open, letters find, the selection follows. With
 * Ctrl the keys move without selecting and Space adds or takes away; with Shift the selection grows.
 */
export function Tree({ label, sections, selectedIds, onSelect, onSelectMany, onToggle, dropTarget }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const nodes = sections.flatMap((section) => section.nodes);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const anchorId = useRef<string | null>(null);
  const focusable =
    nodes.find(({ id }) => id === focusedId) ?? nodes.find(({ id }) => selectedIds.has(id)) ?? nodes[0];

  const select = (id: string, way: Way) => {
    setFocusedId(id);
    if (onSelectMany === undefined || way === 'alone') {
      anchorId.current = id;
      onSelect(id);
    } else if (way === 'toggle') {
      anchorId.current = id;
      const others = [...selectedIds].filter((known) => known !== id);
      onSelectMany(selectedIds.has(id) ? others : [...others, id]);
    } else {
      anchorId.current ??= focusable?.id ?? id;
      onSelectMany(nodesBetween(nodes, anchorId.current, id).map((node) => node.id));
    }
  };
  const take = (step: KeyStep, event: KeyboardEvent) => {
    if (step.kind === 'toggle') return onToggle?.(step.id, step.isExpanded);
    const isMoveOnly = step.kind === 'go' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (isMoveOnly && onSelectMany !== undefined) setFocusedId(step.id);
    else select(step.id, wayOf(event));
    root.current?.querySelector<HTMLElement>(`[data-node-id="${CSS.escape(step.id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (focusable === undefined || event.altKey) return;
    const step = stepOfKey(event, focusable, nodes);
    if (step === null) return;
    event.preventDefault();
    take(step, event);
  };

  return (
    <div
      ref={root}
      role="tree"
      aria-label={label}
      aria-multiselectable={onSelectMany !== undefined || undefined}
      className={styles.tree}
      data-flat={nodes.every(({ isExpanded }) => isExpanded === null) || undefined}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocusedId(null);
      }}
    >
      {sections.map((section) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree is no fieldset
        <div key={section.title ?? ''} role="group" aria-label={section.title ?? label}>
          {section.title !== null && <div className={styles.title}>{section.title}</div>}
          {section.nodes.map((node) => (
            <TreeItem
              key={node.id}
              node={node}
              isSelected={selectedIds.has(node.id)}
              isFocusable={node.id === focusable?.id}
              drop={dropTarget?.id === node.id ? (dropTarget.isAllowed ? 'allowed' : 'refused') : undefined}
              onSelect={select}
              onToggle={onToggle}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type ItemProps = {
  node: TreeNode;
  isSelected: boolean;
  isFocusable: boolean;
  drop: 'allowed' | 'refused' | undefined;
  onSelect: (id: string, way: Way) => void;
  onToggle: Props['onToggle'] | undefined;
};

function TreeItem({ node, isSelected, isFocusable, drop, onSelect, onToggle }: ItemProps) {
  const { id, isExpanded } = node;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    <div
      role="treeitem"
      className={styles.item}
      data-node-id={id}
      data-drop={drop}
      data-root={node.isRoot}
      aria-level={node.level}
      aria-selected={isSelected}
      aria-expanded={isExpanded ?? undefined}
      tabIndex={isFocusable ? 0 : -1}
      onClick={(event) => onSelect(id, wayOf(event))}
    >
      <span
        className={styles.arrow}
        aria-hidden="true"
        data-arrow={isExpanded === null ? undefined : id}
        onClick={(event) => {
          if (isExpanded === null) return;
          event.stopPropagation();
          onToggle?.(id, !isExpanded);
        }}
      >
        {isExpanded !== null && <Icon name={isExpanded ? 'chevron-down' : 'chevron-right'} />}
      </span>
      {node.content}
    </div>
  );
}
