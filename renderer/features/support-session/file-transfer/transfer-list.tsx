import type { Transfer } from '#app/contracts/files-port.ts';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { WrittenText } from '../../../ui/written-text.tsx';
import { type FilesView, hasEnded } from './files-view.ts';
import { literalName } from './literal-name.ts';
import styles from './transfer-list.module.css';
import { transferText } from './transfer-text.ts';

type Props = { transfers: readonly Transfer[]; files: FilesView | null; link: SessionLinkState };

/** What is transferred, what waits for it, and what became of the rest. */
export function TransferList({ transfers, files, link }: Props) {
  const left = transfers.filter((transfer) => !hasEnded(transfer)).length;
  return (
    <section className={styles.queue} aria-label={t('files.queue')}>
      <header className={styles.head}>
        <h2 className={styles.heading}>{t('files.queue')}</h2>
        {transfers.length > 0 && (
          <span className={styles.summary} role="status">
            {t('files.queue.summary', { left })}
          </span>
        )}
        <span className={styles.space} />
        {transfers.length > left && <Button label={t('files.queue.clear')} onPress={() => files?.clear()} />}
      </header>
      {transfers.length === 0 ? (
        <p className={styles.none}>{t('files.queue.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
        <ul className={styles.list} tabIndex={0} aria-label={t('files.queue')}>
          {transfers.map((transfer) => (
            <TransferRow key={transfer.id} transfer={transfer} files={files} link={link} />
          ))}
        </ul>
      )}
    </section>
  );
}

type RowProps = { transfer: Transfer; files: FilesView | null; link: SessionLinkState };

function TransferRow({ transfer, files, link }: RowProps) {
  const { id, name, state, from, bytesDone, bytesTotal } = transfer;
  const share = state === 'done' ? 1 : bytesTotal === 0 ? 0 : Math.min(1, bytesDone / bytesTotal);
  const isUnder = state === 'running' || state === 'asking';
  const canRetry = state === 'failed' || state === 'cancelled' || state === 'skipped';
  return (
    <li className={styles.row} data-state={state}>
      <span className={styles.sign}>
        <Icon name={from === 'here' ? 'arrow-right' : 'arrow-left'} />
        <span className="only-spoken">{t(from === 'here' ? 'files.upload' : 'files.download')}</span>
      </span>
      <WrittenText className={styles.name} title={literalName(transfer.file ?? name)}>
        {literalName(name)}
      </WrittenText>
      <span className={styles.bar}>
        {isUnder && <ProgressBar label={t('files.progress-of', { name })} value={share} />}
      </span>
      <span className={styles.text}>{transferText(transfer, link)}</span>
      <span className={styles.ways}>
        {!hasEnded(transfer) && (
          <Button
            label={t('files.queue.cancel')}
            spokenLabel={t('files.queue.cancel-of', { name })}
            icon="close"
            iconOnly
            onPress={() => files?.cancel(id)}
          />
        )}
        {canRetry && (
          <Button
            label={t('files.queue.retry')}
            spokenLabel={t('files.queue.retry-of', { name })}
            icon="refresh"
            iconOnly
            onPress={() => files?.retry(id)}
          />
        )}
      </span>
    </li>
  );
}
