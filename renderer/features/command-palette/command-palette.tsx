import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { jumpToItem } from '../../actions/jump-to-item.ts';
import {
  useConsole,
  useConsoleState,
  useConsoleTabs,
  useGroupLabels,
  useJumpItemList,
} from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './command-palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import { entryElementId, PaletteList } from './palette-list.tsx';
import { paletteSections } from './palette-sections.ts';

const LIST_ID = 'palette-list';

/** Ctrl+K: everything that can be done or gone to, by a few letters of its name. */
export function CommandPalette() {
  const { store } = useConsole();
  const isOpen = useConsoleState((state) => state.openDialog === 'command-palette');
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      className={styles.overlay ?? ''}
      onOpenChange={(open) => {
        if (!open) store.getState().closeDialog();
      }}
    >
      <Modal className={styles.palette ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('palette.label')}>
          <PaletteContent />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A combobox whose list is always there: the focus stays in the field, and the field names the active entry. */
function PaletteContent() {
  const console = useConsole();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const sections = useSections(typed);
  const entries = useMemo(() => sections.flatMap((section) => section.entries), [sections]);
  const active = entries[Math.min(place, entries.length - 1)];
  useActiveInSight(active);
  // The palette was asked for to type into it; the dialog around it would take the focus otherwise.
  useEffect(() => field.current?.focus(), []);

  const choose = (entry: PaletteEntry | undefined, jumps: boolean) => {
    if (entry === undefined || entry.isDisabled) return;
    const { item } = entry;
    console.store.getState().closeDialog();
    if (jumps && item !== undefined) void jumpToItem(console, item);
    else entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeOfKey(event.key, place, entries.length);
    if (event.key === 'Enter') choose(active, event.ctrlKey || event.metaKey);
    else if (next === null) return;
    else setPlace(next);
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded="true"
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : entryElementId(active)}
          placeholder={t('palette.placeholder')}
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPlace(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <PaletteList
        id={LIST_ID}
        sections={sections}
        active={active}
        onPoint={(entry) => setPlace(entries.indexOf(entry))}
        onChoose={(entry, jumps) => choose(entry, jumps)}
      />
      {entries.length === 0 && <p className={styles.nothing}>{t('palette.nothing', { text: typed })}</p>}
      <p className="only-spoken" role="status">
        {t('palette.count', { count: entries.length })}
      </p>
      <PaletteKeys />
    </>
  );
}

/** What is listed for what is typed; anew when the list or anything chosen changes. */
function useSections(typed: string) {
  const console = useConsole();
  const state = useConsoleState((all) => all);
  const list = useJumpItemList();
  const labels = useGroupLabels();
  const tabs = useConsoleTabs();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the entries are made from is read from the console
  return useMemo(
    () => paletteSections(typed, { console, labels, tabs }),
    [typed, console, labels, tabs, state, list],
  );
}

function useActiveInSight(active: PaletteEntry | undefined): void {
  const elementId = active === undefined ? null : entryElementId(active);
  useEffect(() => {
    if (elementId !== null) document.getElementById(elementId)?.scrollIntoView?.({ block: 'nearest' });
  }, [elementId]);
}

const PAGE = 8;

function placeOfKey(key: string, place: number, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return place >= last ? 0 : place + 1;
    case 'ArrowUp':
      return place <= 0 ? last : place - 1;
    case 'PageDown':
      return Math.min(last, place + PAGE);
    case 'PageUp':
      return Math.max(0, place - PAGE);
    default:
      return null;
  }
}

function PaletteKeys() {
  const keys = [
    ['Enter', t('palette.hint-choose')],
    ['Ctrl+Enter', t('palette.hint-jump')],
    ['Esc', t('palette.hint-close')],
  ] as const;
  return (
    <p className={styles.keys}>
      {keys.map(([key, meaning]) => (
        <span key={key}>
          <kbd>{key}</kbd> {meaning}
        </span>
      ))}
    </p>
  );
}
