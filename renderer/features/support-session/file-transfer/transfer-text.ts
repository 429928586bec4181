import type { Transfer } from '#app/contracts/files-port.ts';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { fileSizeText } from '../../../file-size-text.ts';
import { t } from '../../../texts.ts';

/** How a transfer stands, in words: `12.0 MiB of 1.00 GiB · 80.2 MiB/s · 12 s left`. */
export function transferText(transfer: Transfer, link: SessionLinkState): string {
  const { state, problem } = transfer;
  if (state === 'failed') return t(`files.problem.${problem ?? 'failed'}`);
  if (state === 'running') return link === 'connected' ? runningText(transfer) : t('files.state.offline');
  const rest = state === 'done' ? [fileSizeText(transfer.bytesTotal), ...leftOut(transfer)] : [];
  return [t(`files.state.${state}`), ...rest].join(' · ');
}

function runningText(transfer: Transfer): string {
  const { step, bytesDone, bytesTotal, filesDone, filesTotal, rate, resumedAt } = transfer;
  if (step !== 'moving') return t(`files.step.${step}`);
  const parts = [t('files.progress', { done: fileSizeText(bytesDone), total: fileSizeText(bytesTotal) })];
  if (filesTotal > 1) parts.push(t('files.files', { done: filesDone + 1, total: filesTotal }));
  if (rate !== null && rate > 0) {
    parts.push(t('files.rate', { rate: fileSizeText(rate) }), timeLeft((bytesTotal - bytesDone) / rate));
  }
  if (resumedAt > 0) parts.push(t('files.resumed', { size: fileSizeText(resumedAt) }));
  return [...parts, ...leftOut(transfer)].join(' · ');
}

function leftOut({ filesLeftOut }: Transfer): string[] {
  return filesLeftOut === 0 ? [] : [t('files.left-out', { count: filesLeftOut })];
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return t('files.time-left.seconds', { count: Math.ceil(seconds) });
  if (seconds < 5_400) return t('files.time-left.minutes', { count: Math.ceil(seconds / 60) });
  return t('files.time-left.hours', { count: Math.ceil(seconds / 3_600) });
}
