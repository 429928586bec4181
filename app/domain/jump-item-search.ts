import type { JumpItem } from './jump-item.ts';
import { jumpItemStatus } from './jump-item-status.ts';

/** The eleven fields of R1.5, in its order. */
export const SEARCH_FIELDS = [
  'comments',
  'console-user',
  'domain-group',
  'jump-method',
  'last-accessed-date',
  'name',
  'private-ip',
  'public-ip',
  'status',
  'tag',
  'work-group',
] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** Words that the list shows for codes: search finds what people read. */
export type SearchWords = {
  readonly jumpMethod: Readonly<Record<JumpItem['method'], string>>;
  readonly status: Readonly<Record<ReturnType<typeof jumpItemStatus>, string>>;
  readonly duplicate: { readonly newest: string; readonly older: (newest: string) => string };
  /** The date as the list shows it, e.g. `2026-11-22 09:12`. */
  readonly formatDate: (epochMs: number) => string;
};

/** The text that one field of an item offers to the search; empty where the item has no such field. */
export function searchFieldText(item: JumpItem, field: SearchField, words: SearchWords): string {
  switch (field) {
    case 'comments':
      return item.comments;
    case 'jump-method':
      return words.jumpMethod[item.method];
    case 'last-accessed-date':
      return item.lastAccessedAt === null ? '' : words.formatDate(item.lastAccessedAt);
    case 'name':
      return item.name;
    case 'status':
      return words.status[jumpItemStatus(item)];
    case 'tag':
      return item.tag ?? '';
    default:
      return item.method === 'jump-client' ? item[CLIENT_PROPERTY[field]] : '';
  }
}

const CLIENT_PROPERTY = {
  'console-user': 'consoleUser',
  'domain-group': 'domain',
  'private-ip': 'privateIp',
  'public-ip': 'publicIp',
  'work-group': 'workGroup',
} as const;

const ASCII_ONLY = /^[\0-\x7f]*$/;

/** Makes texts comparable: case and accents do not count. */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** One folded string an item, its fields apart by newlines, so that a search is a single scan of it. */
export function buildHaystack(item: JumpItem, fields: readonly SearchField[], words: SearchWords): string {
  let haystack = '';
  for (const field of fields) haystack += `${searchFieldText(item, field, words)}\n`;
  return foldText(haystack);
}

/** Splits what was typed into the folded words that must all be found; nothing typed, no words. */
export function parseSearch(input: string): readonly string[] {
  return foldText(input)
    .split(/\s+/)
    .filter((word) => word.length > 0);
}
