import { z } from 'zod';
import { JumpGroupId } from './ids.ts';
import type { JumpItem } from './jump-item.ts';

/** What can be chosen in the left pane: everything visible, a Jump Group, or one of its tags (R1.1, R1.2). */
export const JumpItemScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('group'), jumpGroupId: JumpGroupId, tag: z.string().nullable() }),
]);
export type JumpItemScope = z.infer<typeof JumpItemScope>;

/** Several can be chosen at once; an item is listed when it lies in one of them. */
export function isInScopes(item: JumpItem, scopes: readonly JumpItemScope[]): boolean {
  return scopes.some(
    (scope) =>
      scope.kind === 'all' ||
      (item.jumpGroupId === scope.jumpGroupId && (scope.tag === null || item.tag === scope.tag)),
  );
}

export function isSameScope(one: JumpItemScope, other: JumpItemScope): boolean {
  if (one.kind === 'all' || other.kind === 'all') return one.kind === other.kind;
  return one.jumpGroupId === other.jumpGroupId && one.tag === other.tag;
}

/** Without those that another one holds already, so that no item is counted twice. */
export function distinctScopes(scopes: readonly JumpItemScope[]): readonly JumpItemScope[] {
  const everything = scopes.find((scope) => scope.kind === 'all');
  if (everything !== undefined) return [everything];
  const groups = scopes.flatMap((scope) => (scope.kind === 'group' ? [scope] : []));
  const whole = new Set(groups.filter((scope) => scope.tag === null).map((scope) => scope.jumpGroupId));
  return groups.filter(
    (scope, index) =>
      (scope.tag === null || !whole.has(scope.jumpGroupId)) &&
      groups.findIndex((earlier) => isSameScope(earlier, scope)) === index,
  );
}

/** The same groups and tags, in whatever order they were chosen. */
export function isSameChoice(one: readonly JumpItemScope[], other: readonly JumpItemScope[]): boolean {
  return (
    one.length === other.length && one.every((scope) => other.some((another) => isSameScope(scope, another)))
  );
}
