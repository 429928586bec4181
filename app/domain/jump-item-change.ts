import { z } from 'zod';
import { JumpGroupId } from './ids.ts';
import { type JumpItem, ReportedText } from './jump-item.ts';
import { Comments, JumpItemName, TagName } from './text-schemas.ts';

/** No command is about more Jump Items than this; the person is told so before anything is done. */
export const MAX_ITEMS_IN_COMMAND = 10_000;

export const Port = z.int().min(1).max(65_535);

const NAME_OR_IPV4 = String.raw`[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*`;
const IPV6 = String.raw`[\da-f]*:[\da-f.]*:[\da-f.:]*(?:%[\da-z_.-]+)?`;

/**
 * Where a shortcut leads: a host name, an IPv4 or an IPv6 address, the latter with or without brackets. Nothing in it can
 * be an option, a path or a port to the program that connects there.
 */
export const ShortcutHostname = ReportedText.min(1).regex(
  new RegExp(String.raw`^(?:${NAME_OR_IPV4}|\[${IPV6}\]|${IPV6})$`, 'iu'),
);

/** The fields of *Properties* (R1.10); what is left out stays as it is on each item. */
export const PropertiesChange = z
  .strictObject({
    name: JumpItemName,
    jumpGroupId: JumpGroupId,
    /** Null takes the tag away. */
    tag: TagName.nullable(),
    comments: Comments,
    /** Of shortcuts only: `malformed` for a Jump Client. */
    hostname: ShortcutHostname,
    port: Port.nullable(),
  })
  .partial();
export type PropertiesChange = z.infer<typeof PropertiesChange>;

/** A Jump Item with no computer of its own to report for it. Without a port it is the Jump Method's own. */
export const NewShortcut = z.strictObject({
  method: z.enum(['local-rdp', 'local-vnc']),
  name: JumpItemName,
  hostname: ShortcutHostname,
  port: Port.nullable(),
  jumpGroupId: JumpGroupId,
  tag: TagName.nullable(),
  comments: Comments,
});
export type NewShortcut = z.infer<typeof NewShortcut>;

/** The port where a Jump Method's service listens unless it is told otherwise. */
export const USUAL_PORTS = { 'local-rdp': 3_389, 'local-vnc': 5_900 } as const;

export const PROPERTY_NAMES = ['name', 'jumpGroupId', 'tag', 'comments', 'hostname', 'port'] as const;
export type PropertyName = (typeof PROPERTY_NAMES)[number];

/** An item's value of a property; undefined where it has none, such as a Jump Client's port. */
export function propertyOf(item: JumpItem, name: PropertyName): string | number | null | undefined {
  if (name !== 'port') return item[name];
  return item.method === 'jump-client' ? undefined : item.port;
}

/** An item's own values of some properties, as a change that gives them to it. */
export function pickProperties(item: JumpItem, names: readonly PropertyName[]): PropertiesChange {
  return Object.fromEntries(names.map((name) => [name, propertyOf(item, name)]));
}

/** Which fields of a change differ from what the item has, in the order of the dialog. */
export function changedProperties(item: JumpItem, change: PropertiesChange): PropertyName[] {
  return PROPERTY_NAMES.filter(
    (name) => change[name] !== undefined && change[name] !== propertyOf(item, name),
  );
}

/** The item with the change made; `propertiesRev` rises when something differs, else it is the same item. */
export function withProperties(item: JumpItem, change: PropertiesChange): JumpItem {
  if (changedProperties(item, change).length === 0) return item;
  const { name = item.name, jumpGroupId = item.jumpGroupId, comments = item.comments } = change;
  const tag = change.tag === undefined ? item.tag : change.tag;
  const common = { name, jumpGroupId, comments, tag, propertiesRev: item.propertiesRev + 1 };
  if (item.method === 'jump-client') return { ...item, ...common };
  const port = change.port === undefined ? item.port : change.port;
  return { ...item, ...common, hostname: change.hostname ?? item.hostname, port };
}
