// The same checks as in main and in the appliance, with what a dialog says of them. Each answers null for what may be sent.
import { Port, ShortcutHostname } from '#app/domain/jump-item-change.ts';
import { checkText, countCodePoints, TEXT_LIMITS, type TextKind } from '#app/domain/text-limits.ts';
import { t } from '../texts.ts';

/** Why a name, a tag or comments are refused (R2.2, R6.3). */
export function textError(kind: TextKind, text: string): string | null {
  const checked = checkText(kind, text);
  if (checked.ok) return null;
  return t(`field.refused.${checked.failure}`, {
    max: TEXT_LIMITS[kind].max,
    count: countCodePoints(text),
  });
}

/** The same for a tag that may be left out: an empty field is no tag (R2.4). */
export function tagError(text: string): string | null {
  return text === '' ? null : textError('tag', text);
}

/** How much of the limit a text takes, as a field's corner shows it. */
export function textCounter(kind: TextKind, text: string): string {
  return t('field.counter', { count: countCodePoints(text), max: TEXT_LIMITS[kind].max });
}

const MAX_HOSTNAME = 256;

/** Why a shortcut's host name or address is refused. */
export function hostnameError(text: string): string | null {
  if (ShortcutHostname.safeParse(text).success) return null;
  return t(text.length > MAX_HOSTNAME ? 'field.refused.hostname-too-long' : 'field.refused.hostname');
}

/** @returns the port that a field holds; null for the Jump Method's own, undefined for what is none */
export function parsePort(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!/^\d{1,5}$/.test(trimmed)) return undefined;
  const port = Port.safeParse(Number(trimmed));
  return port.success ? port.data : undefined;
}

/** Why a shortcut's port is refused. */
export function portError(text: string): string | null {
  return parsePort(text) === undefined ? t('field.refused.port') : null;
}
