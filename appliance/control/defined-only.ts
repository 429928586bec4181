export type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what was left out. */
export function definedOnly<T extends object>(given: T): Defined<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;
}
