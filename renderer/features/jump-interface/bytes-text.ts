import { t } from '../../texts.ts';

const MEBIBYTE = 1024 * 1024;
const GIBIBYTE = 1024 * MEBIBYTE;

/** A size as people compare them: `15.6 GiB`, below one of those in MiB. */
export function bytesText(bytes: number): string {
  if (bytes < GIBIBYTE) return t('statistics.mebibytes', { size: Math.round(bytes / MEBIBYTE) });
  return t('statistics.gibibytes', { size: bytes / GIBIBYTE });
}
