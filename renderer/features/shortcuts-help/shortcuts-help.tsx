import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { ACTION_ENTRIES, ACTION_IDS, type ActionEntry, type Shortcut } from '#app/contracts/actions.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './shortcuts-help.module.css';

type Line = { readonly label: string; readonly keys: readonly string[] };

/** Every key of the table of actions that counts at a place. */
function actionKeys(within: Shortcut['within']): readonly Line[] {
  return ACTION_IDS.flatMap((id) => {
    const { label, shortcuts }: ActionEntry = ACTION_ENTRIES[id];
    const keys = shortcuts.filter((shortcut) => shortcut.within === within).map(({ text }) => text);
    return keys.length === 0 ? [] : [{ label: t(label), keys }];
  });
}

/** Keys that move and mark, which are no actions. */
const sections: () => readonly { title: string; lines: readonly Line[] }[] = () => [
  { title: t('shortcuts.within.window'), lines: actionKeys('window') },
  {
    title: t('shortcuts.within.jump-items'),
    lines: [
      ...actionKeys('jump-items'),
      { label: t('shortcuts.key.move'), keys: ['↑', '↓', 'Page Up', 'Page Down'] },
      { label: t('shortcuts.key.ends'), keys: ['Home', 'End'] },
      { label: t('shortcuts.key.extend'), keys: ['Shift+↑', 'Shift+↓'] },
      { label: t('shortcuts.key.add'), keys: ['Ctrl+Space'] },
      { label: t('shortcuts.key.move-to-group'), keys: ['Alt+Enter'] },
    ],
  },
  {
    title: t('shortcuts.within.tabs'),
    lines: [
      ...actionKeys('tabs'),
      { label: t('shortcuts.key.move'), keys: ['←', '→'] },
      { label: t('shortcuts.key.ends'), keys: ['Home', 'End'] },
    ],
  },
  {
    title: t('shortcuts.within.tree'),
    lines: [
      { label: t('shortcuts.key.move'), keys: ['↑', '↓'] },
      { label: t('shortcuts.key.open'), keys: ['←', '→'] },
    ],
  },
  {
    title: t('shortcuts.within.statistics'),
    lines: [
      { label: t('shortcuts.key.move'), keys: ['↑', '↓'] },
      { label: t('shortcuts.key.copy'), keys: ['Ctrl+C', 'Enter'] },
    ],
  },
  {
    title: t('shortcuts.within.terminal'),
    lines: [
      { label: t('shortcuts.key.copy-selected'), keys: ['Ctrl+Shift+C'] },
      { label: t('shortcuts.key.paste'), keys: ['Ctrl+Shift+V'] },
      { label: t('shortcuts.key.leave'), keys: ['Ctrl+F6'] },
    ],
  },
  {
    title: t('shortcuts.within.vnc'),
    lines: [
      { label: t('action.next-tab'), keys: ['Ctrl+Tab'] },
      { label: t('action.previous-tab'), keys: ['Ctrl+Shift+Tab'] },
      { label: t('action.move-tab-left'), keys: ['Ctrl+Shift+PageUp'] },
      { label: t('action.move-tab-right'), keys: ['Ctrl+Shift+PageDown'] },
      { label: t('shortcuts.key.leave-screen'), keys: ['Ctrl+F6'] },
    ],
  },
];

/** Help: every key that does something, read from the table of actions. */
export function ShortcutsHelp() {
  const { store } = useConsole();
  const isOpen = useConsoleState((state) => state.openDialog === 'keyboard-shortcuts');
  const close = () => store.getState().closeDialog();
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      className={styles.overlay ?? ''}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.heading ?? ''}>
              {t('shortcuts.title')}
            </Heading>
            <Button label={t('shortcuts.close')} icon="close" iconOnly onPress={close} />
          </header>
          <div className={styles.body}>
            {sections().map(({ title, lines }) => (
              <section key={title} aria-label={title}>
                <h3 className={styles.title}>{title}</h3>
                <dl className={styles.lines}>
                  {lines.map((line) => (
                    <div key={line.label} className={styles.line}>
                      <dt>{line.label}</dt>
                      <dd>
                        {line.keys.map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <p className={styles.note}>{t('shortcuts.terminal')}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
