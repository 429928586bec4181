import type { JumpItemId } from '#app/domain/ids.ts';
import { JumpGroupId } from '#app/domain/ids.ts';
import { isJumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import { type PropertiesChange, type PropertyName, propertyOf } from '#app/domain/jump-item-change.ts';
import {
  hostnameError,
  parsePort,
  portError,
  tagError,
  textError,
} from '../../jump-item-fields/field-checks.ts';

/** What was typed or chosen, a text a field. A field that is not in it was left alone, and stays as it is on each item. */
export type Draft = Readonly<Partial<Record<PropertyName, string>>>;

const COMMON_FIELDS = ['name', 'jumpGroupId', 'tag', 'comments'] as const;
const SHORTCUT_FIELDS = ['name', 'hostname', 'port', 'jumpGroupId', 'tag', 'comments'] as const;

/** The fields that all of the items have, as the dialog shows them (R1.10). */
export function fieldsOf(items: readonly JumpItem[]): readonly PropertyName[] {
  return items.some(isJumpClient) ? COMMON_FIELDS : SHORTCUT_FIELDS;
}

/** An item's value as its field shows it: no tag and the usual port are an empty text. */
export function fieldText(item: JumpItem, name: PropertyName): string {
  return String(propertyOf(item, name) ?? '');
}

export function withoutField(draft: Draft, name: PropertyName): Draft {
  const { [name]: _, ...others } = draft;
  return others;
}

/** Several different values under one field. */
export type MixedValues = {
  /** Different ones, without the empty one. */
  readonly count: number;
  readonly isSomeEmpty: boolean;
};

/** What all items have in a field; or that they differ. */
export function commonText(
  items: readonly JumpItem[],
  name: PropertyName,
): { readonly text: string; readonly mixed: MixedValues | null } {
  const texts = new Set(items.map((item) => fieldText(item, name)));
  const [text = ''] = texts;
  if (texts.size <= 1) return { text, mixed: null };
  const isSomeEmpty = texts.delete('');
  return { text: '', mixed: { count: texts.size, isSomeEmpty } };
}

/** Why what stands in a field is refused, by the check that main and the appliance make again; null where it is not. */
export function draftError(name: PropertyName, text: string): string | null {
  switch (name) {
    case 'name':
    case 'comments':
      return textError(name, text);
    case 'tag':
      return tagError(text);
    case 'hostname':
      return hostnameError(text);
    case 'port':
      return portError(text);
    case 'jumpGroupId':
      return null;
  }
}

/** The change that a draft without errors asks for; texts in NFC, as they are kept. */
export function changeOfDraft(draft: Draft): PropertiesChange {
  const { name, jumpGroupId, tag, comments, hostname, port } = draft;
  return {
    ...(name !== undefined && { name: name.normalize('NFC') }),
    ...(jumpGroupId !== undefined && { jumpGroupId: JumpGroupId.parse(jumpGroupId) }),
    ...(tag !== undefined && { tag: tag === '' ? null : tag.normalize('NFC') }),
    ...(comments !== undefined && { comments: comments.normalize('NFC') }),
    ...(hostname !== undefined && { hostname }),
    ...(port !== undefined && { port: parsePort(port) ?? null }),
  };
}

/** Items by their id, in their order. */
export function byId(items: readonly JumpItem[]): ReadonlyMap<JumpItemId, JumpItem> {
  return new Map(items.map((item) => [item.id, item]));
}
