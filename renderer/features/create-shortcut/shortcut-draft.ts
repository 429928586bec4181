import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import { isJumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import { NewShortcut, ShortcutHostname } from '#app/domain/jump-item-change.ts';
import { missingRight } from '#app/domain/jump-item-permission.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import type { Representative } from '#app/domain/representative.ts';
import {
  hostnameError,
  parsePort,
  portError,
  tagError,
  textError,
} from '../../jump-item-fields/field-checks.ts';
import type { ShortcutTemplate } from '../../store/shortcut-template-slice.ts';

/** The fields as they are written. */
export type ShortcutDraft = {
  readonly method: NewShortcut['method'];
  readonly name: string;
  readonly hostname: string;
  readonly port: string;
  readonly jumpGroupId: JumpGroupId | null;
  readonly tag: string;
  readonly comments: string;
};

type Known = {
  readonly viewer: Representative;
  readonly groups: ReadonlyMap<JumpGroupId, JumpGroup>;
  /** What is chosen in the left pane: a new item belongs there, if it may. */
  readonly scopes: readonly JumpItemScope[];
};

/** What the dialog opens with. */
export function firstDraft(template: ShortcutTemplate, known: Known): ShortcutDraft {
  if ('duplicateOf' in template) return duplicated(template.duplicateOf, known);
  const [scope] = known.scopes;
  const chosen = scope?.kind === 'group' && mayCreateIn(known, scope.jumpGroupId) ? scope : null;
  return {
    method: template.method,
    name: '',
    hostname: '',
    port: '',
    jumpGroupId: chosen?.jumpGroupId ?? ownGroup(known),
    tag: chosen?.tag ?? '',
    comments: '',
  };
}

function duplicated(item: JumpItem, known: Known): ShortcutDraft {
  const isWindows = isJumpClient(item) && item.platform === 'windows';
  const mayStay = mayCreateIn(known, item.jumpGroupId);
  return {
    method: isJumpClient(item) ? (isWindows ? 'local-rdp' : 'local-vnc') : item.method,
    name: item.name,
    hostname: isJumpClient(item) ? hostOfComputer(item) : item.hostname,
    port: isJumpClient(item) || item.port === null ? '' : String(item.port),
    jumpGroupId: mayStay ? item.jumpGroupId : ownGroup(known),
    tag: mayStay ? (item.tag ?? '') : '',
    comments: item.comments,
  };
}

/** A computer reports its name and addresses itself: only what can be a host is taken over. */
function hostOfComputer({ hostname, privateIp }: { hostname: string; privateIp: string }): string {
  const reported = [hostname, ...privateIp.split(/[\s,]+/)];
  return reported.find((host) => ShortcutHostname.safeParse(host).success) ?? '';
}

function mayCreateIn({ viewer, groups }: Known, id: JumpGroupId): boolean {
  const group = groups.get(id);
  return group !== undefined && missingRight(viewer, group, 'create') === null;
}

function ownGroup(known: Known): JumpGroupId | null {
  const { personalGroupId } = known.viewer;
  return mayCreateIn(known, personalGroupId) ? personalGroupId : null;
}

/** Without a name of its own a shortcut is called as its host. */
export function nameOf({ name, hostname }: Pick<ShortcutDraft, 'name' | 'hostname'>): string {
  return name === '' ? hostname : name;
}

export type DraftErrors = Partial<Record<keyof ShortcutDraft, string | null>>;

/** Why each field is refused; the same checks as in main and in the appliance. */
export function draftErrors(draft: ShortcutDraft): DraftErrors {
  return {
    name: nameOf(draft) === '' ? null : textError('name', nameOf(draft)),
    hostname: hostnameError(draft.hostname),
    port: portError(draft.port),
    tag: tagError(draft.tag),
    comments: textError('comments', draft.comments),
  };
}

/** What is sent; null as long as a field is refused, or no group is chosen. */
export function shortcutOf(draft: ShortcutDraft): NewShortcut | null {
  const shortcut = NewShortcut.safeParse({
    method: draft.method,
    name: nameOf(draft),
    hostname: draft.hostname,
    port: parsePort(draft.port),
    jumpGroupId: draft.jumpGroupId,
    tag: draft.tag === '' ? null : draft.tag,
    comments: draft.comments,
  });
  return shortcut.success ? shortcut.data : null;
}
