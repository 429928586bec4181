/** What is selected in a list, by name; where the keyboard is, and where a stretch began. */
export type FileSelection = {
  readonly names: ReadonlySet<string>;
  readonly focused: string | null;
  readonly anchor: string | null;
};

export const NOTHING_SELECTED: FileSelection = { names: new Set(), focused: null, anchor: null };

export type SelectMode = 'only' | 'toggle' | 'stretch';

/** @param order the names as they are listed */
export function select(
  selection: FileSelection,
  order: readonly string[],
  name: string,
  mode: SelectMode,
): FileSelection {
  if (mode === 'only') return { names: new Set([name]), focused: name, anchor: name };
  if (mode === 'toggle') {
    const names = new Set(selection.names);
    if (!names.delete(name)) names.add(name);
    return { names, focused: name, anchor: name };
  }
  const anchor = selection.anchor ?? name;
  const [from, to] = [order.indexOf(anchor), order.indexOf(name)];
  const names = new Set(order.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1));
  return { names, focused: name, anchor };
}

/** Without what is not listed any more. */
export function stillListed(selection: FileSelection, order: readonly string[]): FileSelection {
  const listed = new Set(order);
  const names = new Set([...selection.names].filter((name) => listed.has(name)));
  const kept = (name: string | null): string | null => (name !== null && listed.has(name) ? name : null);
  return { names, focused: kept(selection.focused), anchor: kept(selection.anchor) };
}
