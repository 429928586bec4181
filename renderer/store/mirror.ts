/** A small set of the appliance's objects (groups, support sessions), replaced as a whole when it changes. */
export type Mirror<Id extends string, Row extends { readonly id: Id }> = {
  readonly rows: ReadonlyMap<Id, Row>;
  /** While a snapshot comes in: what it has named so far. Others leave at its end. */
  readonly named: ReadonlySet<Id> | null;
};

export function emptyMirror<Id extends string, Row extends { readonly id: Id }>(): Mirror<Id, Row> {
  return { rows: new Map(), named: null };
}

export function beginMirrorSnapshot<Id extends string, Row extends { readonly id: Id }>(
  mirror: Mirror<Id, Row>,
): Mirror<Id, Row> {
  return { ...mirror, named: new Set() };
}

export function changeMirror<Id extends string, Row extends { readonly id: Id }>(
  mirror: Mirror<Id, Row>,
  changes: { readonly upserted: readonly Row[]; readonly removed: readonly Id[] },
): Mirror<Id, Row> {
  const rows = new Map(mirror.rows);
  for (const row of changes.upserted) rows.set(row.id, row);
  for (const id of changes.removed) rows.delete(id);
  const named =
    mirror.named === null ? null : new Set([...mirror.named, ...changes.upserted.map((row) => row.id)]);
  return { rows, named };
}

export function endMirrorSnapshot<Id extends string, Row extends { readonly id: Id }>(
  mirror: Mirror<Id, Row>,
): Mirror<Id, Row> {
  const { named } = mirror;
  if (named === null) return mirror;
  const rows = new Map([...mirror.rows].filter(([id]) => named.has(id)));
  return { rows: rows.size === mirror.rows.size ? mirror.rows : rows, named: null };
}
