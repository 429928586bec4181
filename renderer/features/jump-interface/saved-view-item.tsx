import { type KeyboardEvent, useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { SavedView } from '#app/contracts/preferences.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { ViewCounts } from '../../store/follow-view-counts.ts';
import { selectIsViewChanged } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import { copyOfView } from './copy-of-view.ts';
import styles from './saved-views-pane.module.css';
import { ViewCount } from './view-count.tsx';

type Props = {
  view: SavedView;
  counts: ViewCounts;
  index: number;
  isLast: boolean;
  onMove: (index: number) => void;
  /** Another view was dropped here. */
  onMoveHere: (id: string) => void;
  onRemove: () => void;
  onFocusAt: (index: number) => void;
};

const DRAGGED_VIEW = 'application/x-saved-view';

const CHOICES = [
  { id: 'rename', shortcut: 'F2' },
  { id: 'duplicate', shortcut: null },
  { id: 'move-up', shortcut: 'Alt+↑' },
  { id: 'move-down', shortcut: 'Alt+↓' },
  { id: 'remove', shortcut: 'Delete' },
] as const;
type Choice = (typeof CHOICES)[number]['id'];

/** One saved view: a press shows it, keys and its menu rename, copy, move and remove it. */
export function SavedViewItem({ view, counts, index, isLast, onMove, onMoveHere, ...props }: Props) {
  const { onRemove, onFocusAt } = props;
  const { store } = useConsole();
  const isShown = useConsoleState((state) => state.savedViewId === view.id);
  const isChanged = useConsoleState((state) => state.savedViewId === view.id && selectIsViewChanged(state));
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isTarget, setTarget] = useState(false);

  const choose = (choice: Choice) => {
    if (choice === 'rename') store.getState().nameView(view.id);
    else if (choice === 'remove') onRemove();
    else if (choice === 'move-up') onMove(index - 1);
    else if (choice === 'move-down') onMove(index + 1);
    else {
      const copy = store.getState().addView(copyOfView(view), index + 1);
      if (copy.ok) store.getState().nameView(copy.value.id);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const choice = choiceOfKey(event);
    if (choice !== null) choose(choice);
    else if (event.key === 'ArrowUp') onFocusAt(index - 1);
    else if (event.key === 'ArrowDown') onFocusAt(index + 1);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the keyboard moves with Alt and the arrows
    <div
      className={styles.item}
      data-shown={isShown || undefined}
      data-target={isTarget || undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED_VIEW, view.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED_VIEW)) return;
        event.preventDefault();
        setTarget(true);
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={(event) => {
        event.preventDefault();
        setTarget(false);
        onMoveHere(event.dataTransfer.getData(DRAGGED_VIEW));
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <button
        type="button"
        className={styles.show}
        data-view-id={view.id}
        aria-current={isShown ? 'true' : undefined}
        onClick={() => store.getState().showSavedView(view.id)}
        onKeyDown={onKeyDown}
      >
        <Icon name="star" />
        <bdi className={styles.name} title={view.name}>
          {view.name}
        </bdi>
        {isChanged && <span className={styles.changed} title={t('saved-views.changed')} />}
      </button>
      <ViewCount viewId={view.id} counts={counts} />
      <MenuTrigger isOpen={isMenuOpen} onOpenChange={setMenuOpen}>
        <AriaButton className={styles.more ?? ''} aria-label={t('saved-views.menu', { name: view.name })}>
          <Icon name="more" />
        </AriaButton>
        <Popover className={menu.popover ?? ''} placement="bottom end" offset={2}>
          <Menu
            className={menu.menu ?? ''}
            aria-label={t('saved-views.menu', { name: view.name })}
            onAction={(key) => {
              const choice = CHOICES.find(({ id }) => id === key);
              if (choice !== undefined) choose(choice.id);
            }}
          >
            {CHOICES.map(({ id, shortcut }) => (
              <MenuItem
                key={id}
                id={id}
                className={menu.item ?? ''}
                isDisabled={(id === 'move-up' && index === 0) || (id === 'move-down' && isLast)}
                textValue={t(`saved-views.${id}`)}
              >
                <span className={menu.label}>{t(`saved-views.${id}`)}</span>
                {shortcut !== null && <span className={menu.shortcut}>{shortcut}</span>}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

function choiceOfKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Choice | null {
  if (ctrlKey || metaKey || shiftKey) return null;
  if (altKey) return key === 'ArrowUp' ? 'move-up' : key === 'ArrowDown' ? 'move-down' : null;
  if (key === 'F2') return 'rename';
  return key === 'Delete' ? 'remove' : null;
}
