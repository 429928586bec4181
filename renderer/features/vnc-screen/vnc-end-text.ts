import type { VncEnd } from '../../remote-screen/vnc-connection.ts';
import { t } from '../../texts.ts';

/** Why a connection is over, and what the way back is called. What a computer says is text of its own. */
export function vncEndText(end: VncEnd, address: string): { title: string; text: string; again: string } {
  const again = end.kind === 'lost' || end.kind === 'closed' ? t('vnc.reconnect') : t('vnc.try-again');
  return { title: t(`vnc.over.${end.kind}`, { address }), text: reasonOf(end, address), again };
}

function reasonOf(end: VncEnd, address: string): string {
  switch (end.kind) {
    case 'unreachable':
    case 'lost': {
      const { trouble, systemCode } = end;
      return t('network-trouble.with-code', { text: t(`network-trouble.${trouble}`), systemCode });
    }
    case 'not-let-in':
      return end.reason === '' ? t('vnc.over.no-reason') : end.reason;
    default:
      return t(`vnc.over.${end.kind}.text`, { address });
  }
}
