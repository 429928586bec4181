import { RIGHTS } from '#app/domain/rights.ts';
import type { Refusal } from './store/messages-slice.ts';
import { t } from './texts.ts';

/** Why something was refused, in R7's words where it has some. */
export function refusalText({ code, detail }: Pick<Refusal, 'code' | 'detail'>): string {
  return t(`jump-error.${code}`, { detail: detailText(detail) });
}

/** The appliance names a right or a Jump Method by its code, and a limit by its digits; people read words and grouped digits. */
function detailText(detail: string | undefined): string {
  if (detail === undefined) return '';
  const right = RIGHTS.find((known) => known === detail);
  if (right !== undefined) return t(`right.${right}`);
  if (detail === 'local-rdp' || detail === 'local-vnc') return t(`jump-method.${detail}`);
  return /^\d+$/.test(detail) ? t('actions.count', { count: Number(detail) }) : detail;
}
