import { memo } from 'react';
import { useAction } from '../../actions/use-action.ts';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { ActionButton } from './action-button.tsx';
import { CreateButton } from './create-button.tsx';
import { JumpButton } from './jump-button.tsx';
import styles from './jump-toolbar.module.css';
import { LoadingText } from './loading-line.tsx';
import { SearchField } from './search-field.tsx';

type Props = { loading: JumpItemList['loading']; onSearchEnter: () => void };

/** Above the table (R1.4): what can be done, and the search. A change of the list alone draws nothing of it anew. */
export const JumpToolbar = memo(function JumpToolbar({ loading, onSearchEnter }: Props) {
  const refresh = useAction('refresh');
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('actions.jump-items')}>
      <JumpButton />
      <CreateButton />
      <ActionButton id="remove" />
      <ActionButton id="properties" />
      <ActionButton id="export" />
      <span className={styles.separator} />
      <Button
        label={refresh.label}
        icon={refresh.icon}
        iconOnly
        isDisabled={!refresh.isAvailable}
        hint={`${refresh.label} (${refresh.shortcut})`}
        onPress={refresh.run}
      />
      <LoadingText loading={loading} />
      <SearchField onEnter={onSearchEnter} />
    </div>
  );
});
