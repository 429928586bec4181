import type { TextKey } from '#app/texts/catalogue.ts';
import { t } from '../../../texts.ts';
import type { ScreenEnd } from './screen-feed.ts';

/** What installs a program that shares screens, on Debian and its relatives. */
export const INSTALL_LINE = 'sudo apt install tigervnc-scraping-server';

/** Why there is no picture, and what can be done about it. What a computer says is text of its own. */
export function screenEndText(end: ScreenEnd): { title: string; text: string } {
  if (end.reason === 'no-screen') {
    const key = `screen.over.${end.trouble}` as const;
    if (end.trouble === 'not-started' && end.detail === '') {
      return { title: t(key), text: t('screen.over.not-started.silent') };
    }
    return { title: t(key), text: t(`${key}.text` as TextKey, { detail: end.detail }) };
  }
  if (end.reason === 'failed') return { title: t('screen.over.failed'), text: end.message };
  const reason = end.reason === 'exited' ? 'closed' : end.reason;
  return { title: t(`screen.over.${reason}`), text: t(`screen.over.${reason}.text`) };
}
