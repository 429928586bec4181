import { memo } from 'react';
import {
  Button as AriaButton,
  Checkbox,
  CheckboxGroup,
  Dialog,
  DialogTrigger,
  Label,
  Popover,
} from 'react-aria-components';
import { SEARCH_FIELDS, type SearchField } from '#app/domain/jump-item-search.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './search-field.module.css';

/** The magnifying glass: opens the list of fields to check or uncheck; the choice is kept (R1.5). */
export const SearchFieldsButton = memo(function SearchFieldsButton() {
  const { store } = useConsole();
  const fields = useConsoleState((state) => state.preferences.searchFields);
  const isNarrowed = fields.length < SEARCH_FIELDS.length;
  const choose = (chosen: readonly string[]) => {
    const searchFields = SEARCH_FIELDS.filter((field) => chosen.includes(field));
    store.getState().changePreferences({ searchFields });
  };
  return (
    <DialogTrigger>
      <AriaButton
        className={styles.fields ?? ''}
        // The field shrinks when its text loses the focus: under a pressed button it must not.
        preventFocusOnPress
        aria-label={t('search.fields')}
        data-narrowed={isNarrowed || undefined}
      >
        <Icon name="search" />
        <Icon name="chevron-down" />
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={6}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('search.fields')}>
          <CheckboxGroup className={styles.group ?? ''} value={[...fields]} onChange={choose}>
            <Label className={styles.legend ?? ''}>{t('search.fields')}</Label>
            {SEARCH_FIELDS.map((field) => (
              <FieldCheckbox key={field} field={field} />
            ))}
          </CheckboxGroup>
          {isNarrowed && (
            <div className={styles.all}>
              <Button label={t('search.all-fields')} onPress={() => choose(SEARCH_FIELDS)} />
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});

function FieldCheckbox({ field }: { field: SearchField }) {
  return (
    <Checkbox className={styles.option ?? ''} value={field}>
      <span className={styles.box}>
        <Icon name="check" />
      </span>
      {t(`search.field.${field}`)}
    </Checkbox>
  );
}
