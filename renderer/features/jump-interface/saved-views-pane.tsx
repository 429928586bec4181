import { useEffect, useRef, useState } from 'react';
import type { SavedView } from '#app/contracts/preferences.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { SavedViewItem } from './saved-view-item.tsx';
import { SavedViewNameForm } from './saved-view-name-form.tsx';
import styles from './saved-views-pane.module.css';
import { useViewCounts } from './use-view-counts.ts';

type Removed = { readonly view: SavedView; readonly index: number };

/** Below the Jump Groups: what the representative keeps under a name, in an order of the own. */
export function SavedViewsPane() {
  const { store } = useConsole();
  const views = useConsoleState((state) => state.preferences.savedViews);
  const counts = useViewCounts(views);
  const namedView = useConsoleState((state) => state.namedView);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [said, setSaid] = useState('');
  const { list, focusView } = useFocusOnceDrawn(views);

  const remove = (view: SavedView) => {
    setRemoved({ view, index: views.indexOf(view) });
    store.getState().removeView(view.id);
  };
  const undo = ({ view, index }: Removed) => {
    setRemoved(null);
    store.getState().addView(view, index);
    focusView(view.id);
  };
  const move = (view: SavedView, index: number) => {
    store.getState().moveView(view.id, index);
    const place = store.getState().preferences.savedViews.findIndex(({ id }) => id === view.id) + 1;
    setSaid(t('saved-views.place', { name: view.name, place, count: views.length }));
    focusView(view.id);
  };
  const endNaming = (view: SavedView | undefined) => {
    store.getState().nameView(null);
    if (view !== undefined) focusView(view.id);
  };
  const removedRow = removed && (
    <RemovedView
      key="removed"
      name={removed.view.name}
      onUndo={() => undo(removed)}
      onDismiss={() => {
        setRemoved(null);
        focusView((views[removed.index] ?? views.at(-1))?.id);
      }}
    />
  );

  return (
    <section className={styles.pane} aria-label={t('saved-views.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('saved-views.title')}</h2>
        <Button
          label={t('saved-views.save')}
          icon="plus"
          iconOnly
          onPress={() => store.getState().nameView('new')}
        />
      </div>
      <ul ref={list} className={styles.list}>
        {views.map((view, index) => [
          removed?.index === index && removedRow,
          <li key={view.id}>
            {namedView === view.id ? (
              <SavedViewNameForm view={view} onEnd={endNaming} />
            ) : (
              <SavedViewItem
                view={view}
                counts={counts}
                index={index}
                isLast={index === views.length - 1}
                onMove={(place) => move(view, place)}
                onMoveHere={(id) => store.getState().moveView(id, index)}
                onRemove={() => remove(view)}
                onFocusAt={(place) => focusView(views[place]?.id)}
              />
            )}
          </li>,
        ])}
        {removed !== null && removed.index >= views.length && removedRow}
        {namedView === 'new' && (
          <li>
            <SavedViewNameForm view={null} onEnd={endNaming} />
          </li>
        )}
      </ul>
      {views.length === 0 && namedView === null && removed === null && (
        <p className={styles.hint}>{t('saved-views.hint')}</p>
      )}
      <span className="only-spoken" role="status">
        {said}
      </span>
    </section>
  );
}

/** Gives a view the focus once it stands at its new place: a moved element loses it. */
function useFocusOnceDrawn(views: readonly SavedView[]) {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<string | null>(null);
  const focusNow = () => {
    if (wanted.current === null) return;
    const element = list.current?.querySelector<HTMLElement>(`[data-view-id="${wanted.current}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every drawing of the views
  useEffect(focusNow, [views]);
  return {
    list,
    focusView(id: string | undefined) {
      wanted.current = id ?? null;
      requestAnimationFrame(focusNow);
    },
  };
}

type RemovedProps = { name: string; onUndo: () => void; onDismiss: () => void };

/** Where the view was: what was removed, and the way back. */
function RemovedView({ name, onUndo, onDismiss }: RemovedProps) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <li className={styles.removed}>
      <bdi className={styles.name} title={name}>
        {t('saved-views.removed', { name })}
      </bdi>
      <Button ref={undo} label={t('saved-views.undo')} onPress={onUndo} />
      <Button icon="close" iconOnly label={t('saved-views.dismiss')} onPress={onDismiss} />
    </li>
  );
}
