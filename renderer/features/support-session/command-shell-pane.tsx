import { useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import styles from './command-shell-pane.module.css';
import { ShellView } from './shell-view.tsx';
import type { Shell } from './shells.ts';

type Props = {
  shells: readonly Shell[];
  link: SessionLinkState;
  visible: boolean;
  /** @returns the new shell's channel; null while the session's port is not there yet */
  onOpen: () => number | null;
  onClose: (channel: number) => void;
};

const NO_SHELL = 0;

/** The session's shells, one tab each; all of them stay alive behind the one that is looked at. */
export function CommandShellPane({ shells, link, visible, onOpen, onClose }: Props) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [screenReaderMode, setScreenReaderMode] = useState(false);
  const tabs = useRef<HTMLDivElement>(null);
  // A shell that was closed is followed by its neighbour; one that was just opened comes to the front.
  const selected = shells.find((shell) => shell.channel === chosen) ?? shells.at(-1);
  const newest = shells.at(-1)?.channel ?? null;
  useEffect(() => setChosen(newest), [newest]);
  const canOpen = link === 'connected';
  const focusTabs = (): void =>
    tabs.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();

  return (
    <section className={styles.pane} aria-label={t('support-session.command-shell')} hidden={!visible}>
      <Tabs
        className={styles.tabs ?? ''}
        selectedKey={selected?.channel ?? NO_SHELL}
        onSelectionChange={(key) => setChosen(Number(key))}
      >
        <div className={styles.strip}>
          <h2 className={styles.heading}>{t('support-session.command-shell')}</h2>
          {shells.length > 0 && (
            <TabList
              className={styles.list ?? ''}
              data-waiting={link !== 'connected' || undefined}
              aria-label={t('shell.list')}
              ref={tabs}
              items={shells}
            >
              {shells.map((shell) => (
                <Tab key={shell.channel} id={shell.channel} className={styles.shellTab ?? ''}>
                  <span className={styles.dot} data-ended={shell.closed !== null || undefined} />
                  {t('shell.name', { number: shell.number })}
                </Tab>
              ))}
            </TabList>
          )}
          <Button label={t('shell.new')} icon="plus" isDisabled={!canOpen} onPress={onOpen} />
          <span className={styles.space} />
          <ToggleButton
            label={t('shell.screen-reader')}
            isOn={screenReaderMode}
            onChange={setScreenReaderMode}
          />
          {selected !== undefined && (
            <Button
              label={t('shell.close')}
              icon="close"
              iconOnly
              onPress={() => onClose(selected.channel)}
            />
          )}
        </div>
        {shells.map((shell) => (
          <TabPanel
            key={shell.channel}
            id={shell.channel}
            className={styles.panel ?? ''}
            shouldForceMount
            data-front={shell === selected || undefined}
          >
            <ShellView
              shell={shell}
              visible={visible && shell === selected}
              screenReaderMode={screenReaderMode}
              canOpen={canOpen}
              onOpenAgain={onOpen}
              onLeave={focusTabs}
            />
          </TabPanel>
        ))}
      </Tabs>
      {shells.length === 0 && <NoShell link={link} onOpen={onOpen} />}
    </section>
  );
}

function NoShell({ link, onOpen }: { link: SessionLinkState; onOpen: () => void }) {
  return (
    <div className={styles.empty}>
      {link === 'connected' && <p>{t('shell.none')}</p>}
      {link === 'ended' && <p>{t('shell.none-ended')}</p>}
      {(link === 'connecting' || link === 'waiting' || link === 'broken') && (
        <p>{t(`session-link.${link}`)}</p>
      )}
      {link === 'connected' && <Button label={t('shell.open')} look="primary" onPress={onOpen} />}
    </div>
  );
}
