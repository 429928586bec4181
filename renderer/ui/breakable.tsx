import type { ReactNode } from 'react';

/** Names of computers and accounts, and addresses, have no spaces: they go on in the next line behind their dots and the like. */
export function breakable(value: string): ReactNode {
  const [first, ...rest] = value.split(/(?<=[.@/\\])/);
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which change together
  return [first, ...rest.flatMap((part, place) => [<wbr key={place} />, part])];
}
