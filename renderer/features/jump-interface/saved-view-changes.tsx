import { LONGEST_KEPT_SEARCH } from '#app/contracts/preferences.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { selectShownView } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { savedViewRefusalText } from './saved-view-refusal-text.ts';
import styles from './search-line.module.css';

/** What is searched or chosen is not what the shown view was saved with: keep it in the view, or give it up. */
export function SavedViewChanges() {
  const { store } = useConsole();
  const view = useConsoleState(selectShownView);
  const isTooLong = useConsoleState((state) => state.searchText.length > LONGEST_KEPT_SEARCH);
  if (view === undefined) return null;
  const reason = isTooLong ? savedViewRefusalText('search-too-long') : undefined;
  return (
    <>
      <span className={styles.changed}>{t('saved-views.changed')}</span>
      <Button
        label={t('saved-views.update')}
        isDisabled={isTooLong}
        hint={reason}
        onPress={() => store.getState().updateView(view)}
      />
      <Button label={t('saved-views.discard')} onPress={() => store.getState().showSavedView(view.id)} />
    </>
  );
}
