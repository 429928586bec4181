const measured = new WeakMap<object, number>();

/** How many bytes a record is as JSON in UTF-8. Measured once: a record is replaced, never mutated. */
export function recordJsonBytes(record: object): number {
  let bytes = measured.get(record);
  if (bytes === undefined) {
    bytes = jsonBytes(record);
    measured.set(record, bytes);
  }
  return bytes;
}

export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
