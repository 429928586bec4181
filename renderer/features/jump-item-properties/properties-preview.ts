import type { JumpItem } from '#app/domain/jump-item.ts';
import { changedProperties, type PropertyName } from '#app/domain/jump-item-change.ts';
import { changeOfDraft, type Draft, fieldText } from './properties-draft.ts';

/** So many different old values are told one by one; the rest is summed up. */
const MAX_LINES = 6;

/** *servers → kiosks on 40 items*. */
export type PreviewLine = { readonly from: string; readonly count: number };

export type FieldPreview = {
  readonly name: PropertyName;
  /** What the field will be. */
  readonly to: string;
  /** How many items get another value. */
  readonly count: number;
  /** By old value, the most frequent first. */
  readonly lines: readonly PreviewLine[];
  readonly rest: { readonly values: number; readonly count: number } | null;
};

/** What a draft would do to many items: which field changes on how many, from what to what. */
export function previewDraft(draft: Draft, items: readonly JumpItem[]): readonly FieldPreview[] {
  const change = changeOfDraft(draft);
  const counts = new Map<PropertyName, Map<string, number>>();
  for (const item of items) {
    for (const name of changedProperties(item, change)) {
      const from = fieldText(item, name);
      const known = counts.get(name) ?? new Map<string, number>();
      counts.set(name, known.set(from, (known.get(from) ?? 0) + 1));
    }
  }
  return [...counts].map(([name, froms]) => {
    const lines = [...froms]
      .map(([from, count]) => ({ from, count }))
      .toSorted((one, other) => other.count - one.count);
    const others = lines.slice(MAX_LINES);
    return {
      name,
      to: String(change[name] ?? ''),
      count: sum(lines),
      lines: lines.slice(0, MAX_LINES),
      rest: others.length === 0 ? null : { values: others.length, count: sum(others) },
    };
  });
}

function sum(lines: readonly PreviewLine[]): number {
  return lines.reduce((total, { count }) => total + count, 0);
}
