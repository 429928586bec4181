import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { SessionSummaryHead } from '#app/domain/session-summary.ts';
import { refusalText } from '../../refusal-text.ts';
import { CopySummaryButton, SessionSummaryView } from '../../session-summary/session-summary-view.tsx';
import { endText } from '../../session-summary/summary-lines.ts';
import { useSessionSummary } from '../../session-summary/use-session-summary.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { ShownSummaries } from '../../store/dialogs-slice.ts';
import { t } from '../../texts.ts';
import { formatWhen } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './session-summaries-dialog.module.css';
import { useSessionSummaries } from './use-session-summaries.ts';

/** The last sessions, of an item or one's own, and what was done in each. */
export function SessionSummariesDialog() {
  const isOpen = useConsoleState((state) => state.openDialog === 'session-summaries');
  const shown = useConsoleState((state) => state.shownSummaries);
  return isOpen ? <OpenDialog shown={shown} /> : null;
}

function OpenDialog({ shown }: { shown: ShownSummaries }) {
  const { store } = useConsole();
  const { summaries, refused, askAgain } = useSessionSummaries(shown);
  const [chosen, setChosen] = useState<SupportSessionId | null>(
    shown.of === 'own' ? (shown.chosenId ?? null) : null,
  );
  const head = summaries?.find(({ id }) => id === chosen) ?? summaries?.[0];
  const read = useSessionSummary(head?.id ?? null);
  const applianceAheadMs = useConsoleState((state) => state.applianceAheadMs);
  const now = useNow(true) + applianceAheadMs;
  const close = () => store.getState().closeDialog();
  const trouble = refused ?? read.refused;

  return (
    <Dialog
      title={t('summary.dialog-title')}
      sentence={
        shown.of === 'own' ? t('summary.of-own') : t('summary.of-item', { name: `\u2068${shown.name}\u2069` })
      }
      size="large"
      onSubmit={close}
      onClose={close}
      footerStart={read.summary !== null && <CopySummaryButton summary={read.summary} now={now} />}
      footerEnd={
        <>
          {trouble !== null && <Button label={t('summary.again')} look="outlined" onPress={askAgain} />}
          <Button type="submit" label={t('summary.close')} look="outlined" />
        </>
      }
    >
      {summaries === null && refused === null && <p className={styles.note}>{t('summary.loading')}</p>}
      {trouble !== null && (
        <p className={styles.refusal} role="alert">
          {refusalText(trouble)}
        </p>
      )}
      {summaries?.length === 0 && <p className={styles.note}>{t('summary.none')}</p>}
      {head !== undefined && summaries !== null && (
        <div className={styles.columns}>
          <SessionList summaries={summaries} chosen={head.id} now={now} onChoose={setChosen} />
          <section
            className={styles.detail}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard
            tabIndex={0}
            aria-label={t('summary.session', { name: head.name })}
          >
            <h3 className={styles.name}>
              <bdi>{head.name}</bdi>
            </h3>
            {read.summary !== null && <SessionSummaryView summary={read.summary} now={now} />}
          </section>
        </div>
      )}
    </Dialog>
  );
}

type ListProps = {
  summaries: readonly SessionSummaryHead[];
  chosen: SupportSessionId;
  now: number;
  onChoose: (id: SupportSessionId) => void;
};

function SessionList({ summaries, chosen, now, onChoose }: ListProps) {
  return (
    <div className={styles.list}>
      <ListBox
        className={styles.items ?? ''}
        aria-label={t('summary.sessions')}
        autoFocus
        selectionMode="single"
        disallowEmptySelection
        selectionBehavior="replace"
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const found = summaries.find(({ id }) => keys !== 'all' && keys.has(id));
          if (found !== undefined) onChoose(found.id);
        }}
      >
        {summaries.map((head) => (
          <ListBoxItem key={head.id} id={head.id} className={styles.item ?? ''} textValue={head.name}>
            <span className={styles.first}>
              <bdi className={styles.itemName}>{head.name}</bdi>
              <span className={styles.when}>{formatWhen(head.startedAt, now)}</span>
            </span>
            <span className={styles.second}>
              <bdi className={styles.itemName}>{head.representatives.join(', ')}</bdi>
              <span className={styles.when} title={endText(head)}>
                {head.endedAt === null ? t('summary.running') : clockText(head.endedAt - head.startedAt)}
              </span>
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      <p className={styles.rule}>{t('summary.rule')}</p>
    </div>
  );
}
