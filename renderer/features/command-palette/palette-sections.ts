import { ACTION_IDS } from '#app/contracts/actions.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import { foldText, parseSearch } from '#app/domain/jump-item-search.ts';
import { viewAction } from '../../actions/use-action.ts';
import type { Console } from '../../store/console-context.tsx';
import { inGroupOrder } from '../../store/jump-group-order.ts';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import type { ConsoleTab, GroupLabels } from '../../store/selectors.ts';
import { JUMP_INTERFACE_TAB } from '../../store/tabs-slice.ts';
import { t } from '../../texts.ts';
import type { PaletteEntry, PaletteSection } from './palette-entry.ts';
import { showJumpItem } from './show-jump-item.ts';

/** So many Jump Items are found at most: who sees more narrows the search. */
export const MOST_ITEMS = 50;
/** So many of anything else. */
const MOST_OTHERS = 8;

type Sources = {
  readonly console: Console;
  readonly labels: GroupLabels;
  readonly tabs: readonly ConsoleTab[];
};

/**
 * What the palette lists for what was typed, section by section. With nothing typed it lists what can be done and what
 * is close at hand; Jump Items are searched by name and hostname over the whole list, not only what is shown of it.
 */
export function paletteSections(typed: string, sources: Sources): readonly PaletteSection[] {
  const terms = parseSearch(typed);
  const passes = (...texts: string[]) => {
    const folded = foldText(texts.join('\n'));
    return terms.every((term) => folded.includes(term));
  };
  // What stands beside a name narrows what was found by its name, and finds nothing alone.
  const isNamed = (label: string) =>
    terms.length === 0 || terms.some((term) => foldText(label).includes(term));
  const items = terms.length === 0 ? [] : foundItems(terms, sources.console);
  const itemsTitle =
    items.length === MOST_ITEMS
      ? t('palette.section.jump-items-first', { count: MOST_ITEMS })
      : t('palette.section.jump-items');
  const few = (entries: readonly PaletteEntry[]) =>
    entries.filter(({ label, detail = '' }) => isNamed(label) && passes(label, detail)).slice(0, MOST_OTHERS);
  const scopes = terms.length === 0 ? { groups: [], tags: [] } : scopeEntries(sources);
  return [
    { title: itemsTitle, entries: items.map(({ item }) => itemEntry(item, sources)) },
    { title: t('awaited.title'), entries: few(awaitedEntries(sources)) },
    { title: t('palette.section.tabs'), entries: few(tabEntries(sources)) },
    { title: t('palette.section.views'), entries: few(viewEntries(sources)) },
    { title: t('palette.section.groups'), entries: few(scopes.groups) },
    { title: t('palette.section.tags'), entries: few(scopes.tags) },
    { title: t('palette.section.actions'), entries: actionEntries(sources).filter((e) => passes(e.label)) },
    { title: t('palette.section.searches'), entries: few(searchEntries(sources)) },
  ].filter(({ entries }) => entries.length > 0);
}

/** What each row is found by, folded once: a row that changes is a new one, and the old one's text goes with it. */
const foundBy = new WeakMap<JumpItemRow, string>();

function foldedRow(row: JumpItemRow): string {
  let folded = foundBy.get(row);
  if (folded === undefined) {
    folded = foldText(`${row.item.name}\n${row.item.hostname}`);
    foundBy.set(row, folded);
  }
  return folded;
}

/** By name and hostname; names that begin with what was typed come first. */
function foundItems(terms: readonly string[], { rows }: Console): readonly JumpItemRow[] {
  const found = rows.find((row) => {
    const folded = foldedRow(row);
    return terms.every((term) => folded.includes(term));
  }, MOST_ITEMS);
  const [first = ''] = terms;
  const begins = (row: JumpItemRow) => Number(!foldedRow(row).startsWith(first));
  return found.toSorted((one, other) => begins(one) - begins(other));
}

function itemEntry(item: JumpItem, { console, labels }: Sources): PaletteEntry {
  const where = [item.hostname, labels.get(item.jumpGroupId) ?? ''].filter(
    (text) => text !== '' && text !== item.name,
  );
  return {
    key: `item ${item.id}`,
    label: item.name,
    detail: where.join(' · '),
    icon: null,
    item,
    run: () => showJumpItem(console, item),
    jumpTo: item.id,
  };
}

function awaitedEntries(sources: Sources): readonly PaletteEntry[] {
  const { store, rows } = sources.console;
  return [...store.getState().awaitedIds].flatMap((id) => {
    const item = rows.get(id);
    if (item === undefined) return [];
    return [{ ...itemEntry(item, sources), key: `awaited ${id}`, isAwaited: true }];
  });
}

/** The palette's own action is left out: it is being used. */
function actionEntries({ console }: Sources): readonly PaletteEntry[] {
  return ACTION_IDS.filter((id) => id !== 'command-palette')
    .map((id) => viewAction(id, console))
    .filter(({ isApplicable }) => isApplicable)
    .map(({ id, label, icon, subject, shortcut, isAvailable, reason, run }) => ({
      key: `action ${id}`,
      label,
      detail: subject,
      icon,
      shortcut,
      reason,
      isDisabled: !isAvailable,
      run,
    }));
}

function tabEntries({ console: { store }, tabs }: Sources): readonly PaletteEntry[] {
  return tabs.map(({ id, name }) => ({
    key: `tab ${id}`,
    label: name,
    icon: 'jump-interface' as const,
    run: () => store.getState().chooseTab(id),
  }));
}

function viewEntries({ console: { store } }: Sources): readonly PaletteEntry[] {
  return store.getState().preferences.savedViews.map(({ id, name }) => ({
    key: `view ${id}`,
    label: name,
    icon: 'star' as const,
    run: () => {
      store.getState().chooseTab(JUMP_INTERFACE_TAB);
      store.getState().showSavedView(id);
    },
  }));
}

function scopeEntries({ console: { store, rows }, labels }: Sources) {
  const choose = (scope: JumpItemScope) => () => {
    store.getState().chooseTab(JUMP_INTERFACE_TAB);
    store.getState().search('');
    store.getState().selectScopes([scope]);
  };
  const groups: PaletteEntry[] = [];
  const tags: PaletteEntry[] = [];
  const known = [...store.getState().jumpGroups.rows.values()];
  for (const { id: jumpGroupId, kind, name } of inGroupOrder(known, labels)) {
    const label = labels.get(jumpGroupId) ?? name;
    const run = choose({ kind: 'group', jumpGroupId, tag: null });
    // A colleague may be called as a team is.
    const personal = t('jump-group.personal');
    const detail = kind === 'personal' && label !== personal ? personal : undefined;
    groups.push({ key: `group ${jumpGroupId}`, label, icon: 'group', run, ...(detail && { detail }) });
    for (const tag of rows.getList().counts.tags(jumpGroupId)) {
      const runTag = choose({ kind: 'group', jumpGroupId, tag });
      tags.push({ key: `tag ${jumpGroupId} ${tag}`, label: tag, detail: label, icon: 'tag', run: runTag });
    }
  }
  return { groups, tags };
}

function searchEntries({ console: { store } }: Sources): readonly PaletteEntry[] {
  return store.getState().preferences.recentSearches.map((text) => ({
    key: `search ${text}`,
    label: text,
    icon: 'history' as const,
    run: () => {
      store.getState().chooseTab(JUMP_INTERFACE_TAB);
      store.getState().search(text);
    },
  }));
}
