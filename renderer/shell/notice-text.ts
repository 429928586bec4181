import type { ConsoleNotice } from '#app/contracts/console-api.ts';
import { refusalText } from '../refusal-text.ts';
import { t } from '../texts.ts';

export function noticeText(notice: ConsoleNotice): string {
  switch (notice.notice) {
    case 'preferences-set-aside':
      return t('notice.preferences-set-aside', { path: notice.path });
    case 'command-unfinished':
      return t('notice.command-unfinished', {
        deed: notice.deed,
        count: notice.count,
        reason: refusalText(notice),
      });
    case 'command-done-late':
      return t('notice.command-done-late', { done: notice.done, refusedCount: notice.refusedCount });
    case 'program-failed': {
      const { program, address, exitCode } = notice;
      return t('notice.program-failed', { program, address, exitCode });
    }
    default:
      return t(`notice.${notice.notice}`);
  }
}
