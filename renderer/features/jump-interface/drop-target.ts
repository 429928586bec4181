import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import {
  changedProperties,
  MAX_ITEMS_IN_COMMAND,
  type PropertiesChange,
} from '#app/domain/jump-item-change.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import { deedRefusal } from '../../actions/change-availability.ts';
import { groupRefusal } from '../../jump-item-fields/jump-group-choices.ts';
import { refusalText } from '../../refusal-text.ts';
import { isLive } from '../../store/connection-slice.ts';
import type { ConsoleState } from '../../store/console-store.ts';
import type { DropTarget } from '../../store/item-drag-slice.ts';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { nodeIdOfScope } from './jump-group-nodes.ts';

type GroupScope = Extract<JumpItemScope, { kind: 'group' }>;
type Known = Pick<ConsoleState, 'connection' | 'representative' | 'jumpGroups'> & {
  readonly labels: GroupLabels;
};

/** The group or tag that a node of the trees stands for; null for the others. */
export function scopeOfNode(nodeId: string, groups: ReadonlyMap<JumpGroupId, JumpGroup>): GroupScope | null {
  for (const jumpGroupId of groups.keys()) {
    const group = { kind: 'group', jumpGroupId, tag: null } as const;
    if (nodeId === nodeIdOfScope(group)) return group;
    const beforeTag = nodeIdOfScope({ ...group, tag: '' });
    if (nodeId.startsWith(beforeTag)) return { ...group, tag: nodeId.slice(beforeTag.length) };
  }
  return null;
}

/**
 * What a drop on a group or a tag would do. On a group the items go there and keep their tags; on a tag they get it, and
 * go to its group. The same rights are asked as in *Properties* (R1.13).
 */
export function dropTargetOf(known: Known, items: readonly JumpItem[], scope: GroupScope): DropTarget {
  const { jumpGroupId, tag } = scope;
  const nodeId = nodeIdOfScope(scope);
  const change: PropertiesChange = tag === null ? { jumpGroupId } : { jumpGroupId, tag };
  const isTooMany = items.length > MAX_ITEMS_IN_COMMAND;
  const moving = isTooMany ? [] : items.filter((item) => changedProperties(item, change).length > 0);
  const refusal = isTooMany ? tooMany() : dropRefusal(known, moving, jumpGroupId);
  if (refusal !== null) return { nodeId, text: refusal, drop: null };
  const group = known.labels.get(jumpGroupId) ?? '';
  const values = { count: moving.length, group: isolated(group), tag: isolated(tag ?? '') };
  const text = tag === null ? t('drag.to-group', values) : t('drag.to-tag', values);
  return { nodeId, text, drop: { items: moving, change } };
}

function tooMany(): string {
  return refusalText({ code: 'too-many-items', detail: String(MAX_ITEMS_IN_COMMAND) });
}

function dropRefusal(known: Known, moving: readonly JumpItem[], jumpGroupId: JumpGroupId): string | null {
  const { connection, representative, jumpGroups, labels } = known;
  const to = jumpGroups.rows.get(jumpGroupId);
  if (moving.length === 0) return t('drag.already-there');
  if (to === undefined || representative === null) return refusalText({ code: 'jump-group-not-found' });
  if (!isLive(connection)) return refusalText({ code: 'appliance-unreachable' });
  const denied = deedRefusal(known, moving, 'edit');
  if (denied !== null) return refusalText(denied);
  const from = [...new Set(moving.map((item) => item.jumpGroupId))];
  return groupRefusal({ viewer: representative, groups: jumpGroups.rows, labels }, to, {
    deed: 'move',
    from,
  });
}

/** What people wrote turns nothing around it. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
