import { memo } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useConsole } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import field from './search-field.module.css';
import styles from './search-help.module.css';

/** Each part of the language with an example, which a click adds to what is typed. */
const EXAMPLES = [
  ['invoice till', 'words'],
  ['"main street"', 'phrase'],
  ['-offline', 'without'],
  ['tag:servers', 'tag'],
  ['status:online', 'status'],
  ['user:garcia', 'field'],
  ['accessed:today', 'today'],
  ['accessed:<7d', 'within'],
  ['accessed:2026-11', 'month'],
  ['accessed:never', 'never'],
  ['status:offline since:>30d', 'since'],
  ['duplicate:older', 'duplicate'],
] as const;

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** The question mark beside the search field: what can be typed there, with examples to click. */
export const SearchHelp = memo(function SearchHelp({ isOpen, onOpenChange }: Props) {
  const { store } = useConsole();
  const add = (example: string) => {
    const typed = store.getState().searchText.trim();
    store.getState().search(typed === '' ? example : `${typed} ${example}`);
    onOpenChange(false);
    store.getState().focusSearch();
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <AriaButton className={field.clear ?? ''} preventFocusOnPress aria-label={t('search.help')}>
        <Icon name="help" />
      </AriaButton>
      <Popover className={`${field.popover} ${styles.popover}`} placement="bottom end" offset={6}>
        <Dialog className={field.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {t('search.help')}
          </Heading>
          <p className={styles.text}>{t('search.help.intro')}</p>
          <ul className={styles.examples}>
            {EXAMPLES.map(([example, meaning]) => (
              <li key={example} className={styles.example}>
                <button type="button" className={styles.query} onClick={() => add(example)}>
                  {example}
                </button>
                <span className={styles.meaning}>{t(`search.help.${meaning}`)}</span>
              </li>
            ))}
          </ul>
          <p className={styles.text}>{t('search.help.fields')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});
