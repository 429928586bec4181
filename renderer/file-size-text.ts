import { t } from './texts.ts';

const LARGEST = 4;

/** `512 B`, `3.2 KiB`, `1.04 GiB`. */
export function fileSizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1_024 && unit < LARGEST) {
    size /= 1_024;
    unit += 1;
  }
  return t(`file-size.${unit as 0 | 1 | 2 | 3 | 4}`, { size });
}
