import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** More of them are counted: their names would fill the line. */
const MOST_NAMED = 3;

/** What is chosen in the left pane, as people read it: `Personal and Field support · # vans`. */
export function scopeNames(scopes: readonly JumpItemScope[], labels: GroupLabels): string {
  if (scopes.length > MOST_NAMED) return t('jump-groups.several', { count: scopes.length });
  return list.format(scopes.map((scope) => scopeName(scope, labels)));
}

function scopeName(scope: JumpItemScope, labels: GroupLabels): string {
  if (scope.kind === 'all') return t('jump-groups.all');
  const group = labels.get(scope.jumpGroupId) ?? t('jump-groups.lost');
  return scope.tag === null ? group : `${group} · ${t('jump-groups.tag', { tag: scope.tag })}`;
}
