import '@xterm/xterm/css/xterm.css';
import { useEffect, useRef } from 'react';
import type { ChannelClosed } from '#app/contracts/session-services.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './shell-view.module.css';
import type { Shell } from './shells.ts';
import { observeTheme, readTerminalTheme } from './terminal-theme.ts';

type Props = {
  shell: Shell;
  /** It is in front: it takes the keyboard and the room that there is. */
  visible: boolean;
  screenReaderMode: boolean;
  canOpen: boolean;
  onOpenAgain: () => void;
  onLeave: () => void;
};

/** One shell's terminal and, once it has ended, how it ended. */
export function ShellView({ shell, visible, screenReaderMode, canOpen, onOpenAgain, onLeave }: Props) {
  const { terminal, number } = shell;
  const frame = useRef<HTMLDivElement>(null);
  const isNew = useRef(true);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const name = t('shell.name', { number });
    terminal.attach(element, t('shell.terminal', { name }));
    const paint = (): void => terminal.setTheme(readTerminalTheme(element));
    paint();
    return observeTheme(paint);
  }, [terminal, number]);

  useEffect(() => {
    const element = frame.current;
    const appears = isNew.current;
    isNew.current = false;
    if (element === null || !visible) return;
    let frameRequest = 0;
    const resizing = new ResizeObserver(() => {
      cancelAnimationFrame(frameRequest);
      frameRequest = requestAnimationFrame(() => terminal.fit());
    });
    resizing.observe(element);
    if (!appears || !isHeldElsewhere(element)) terminal.focus();
    return () => {
      resizing.disconnect();
      cancelAnimationFrame(frameRequest);
    };
  }, [terminal, visible]);

  useEffect(() => terminal.setScreenReaderMode(screenReaderMode), [terminal, screenReaderMode]);
  useEffect(() => {
    terminal.onLeave = onLeave;
  }, [terminal, onLeave]);

  return (
    <div className={styles.view}>
      <div className={styles.frame} ref={frame} />
      {!shell.running && shell.closed === null && (
        <p className={styles.opening} role="status">
          {t('shell.opening')}
        </p>
      )}
      {shell.inputRefused !== null && (
        <p className={styles.refused} role="alert">
          {t(`shell.input-${shell.inputRefused}`)}
        </p>
      )}
      {shell.closed !== null && (
        <div className={styles.ended} role="status">
          <bdi className={styles.closed}>{closedText(shell.closed)}</bdi>
          {canOpen && <Button label={t('shell.open-again')} look="outlined" onPress={onOpenAgain} />}
        </div>
      )}
    </div>
  );
}

function closedText(closed: ChannelClosed): string {
  switch (closed.reason) {
    case 'exited':
      return t('shell.exited', { code: closed.exitCode });
    case 'failed':
      return t('shell.failed', { message: closed.message });
    case 'closed':
    case 'lost':
      return t(`shell.${closed.reason}`);
    case 'no-screen': // of no shell
      return t('shell.closed');
  }
}

/** The keyboard is on a control outside the shells: a shell that begins by itself does not take it from there. */
function isHeldElsewhere(element: HTMLElement): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return false;
  return element.closest('section')?.contains(activeElement) !== true;
}
