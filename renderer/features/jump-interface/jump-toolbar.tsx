import { useAction } from '../../actions/use-action.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { JumpButton } from './jump-button.tsx';
import styles from './jump-toolbar.module.css';
import { SearchField } from './search-field.tsx';

/** Above the table (R1.4): what can be done, and the search. */
export function JumpToolbar({ onSearchEnter }: { onSearchEnter: () => void }) {
  const refresh = useAction('refresh');
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('actions.jump-items')}>
      <JumpButton />
      <span className={styles.separator} />
      <Button
        label={refresh.label}
        icon={refresh.icon}
        iconOnly
        isDisabled={!refresh.isAvailable}
        hint={`${refresh.label} (${refresh.shortcut})`}
        onPress={refresh.run}
      />
      <SearchField onEnter={onSearchEnter} />
    </div>
  );
}
