import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { SavedView } from '#app/contracts/preferences.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { SavedViewRefusal } from '../../store/saved-views-slice.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { savedViewRefusalText } from './saved-view-refusal-text.ts';
import styles from './saved-views-pane.module.css';

type Props = {
  /** The view that is renamed; null: a new one. */
  view: SavedView | null;
  /** With the view that was kept or was there before. */
  onEnd: (view: SavedView | undefined) => void;
};

/** Asks for a view's name, and says why one is refused: it is never shortened. */
export function SavedViewNameForm({ view, onEnd }: Props) {
  const { store } = useConsole();
  const [name, setName] = useState(view?.name ?? '');
  const [refusal, setRefusal] = useState<SavedViewRefusal | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const reasonId = useId();
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const state = store.getState();
    const saved = view === null ? state.saveView(name) : state.renameView(view, name);
    if (saved.ok) onEnd(saved.value);
    else setRefusal(saved.failure);
  };
  const cancel = () => onEnd(view ?? undefined);

  return (
    <form className={styles.form} onSubmit={submit}>
      <input
        ref={input}
        className={styles.input}
        aria-label={t('saved-views.name')}
        aria-invalid={refusal !== null || undefined}
        aria-describedby={refusal === null ? undefined : reasonId}
        placeholder={t('saved-views.name')}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setRefusal(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          cancel();
        }}
      />
      {refusal !== null && (
        <p id={reasonId} className={styles.reason} role="alert">
          <Icon name="warning" />
          {savedViewRefusalText(refusal)}
        </p>
      )}
      <div className={styles.ways}>
        <Button
          label={t('saved-views.keep')}
          look="primary"
          onPress={() => input.current?.form?.requestSubmit()}
        />
        <Button label={t('saved-views.cancel')} onPress={cancel} />
      </div>
    </form>
  );
}
