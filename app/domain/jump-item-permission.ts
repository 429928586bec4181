import type { JumpGroup } from './jump-group.ts';
import type { Representative } from './representative.ts';
import type { Right } from './rights.ts';

/** What a representative may want to do with the Jump Items of a group that is visible. */
export type JumpItemDeed = 'jump' | 'create' | 'edit' | 'remove' | 'move';

const RIGHT_OF_DEED = {
  jump: 'jump-to-jump-items',
  create: 'create-jump-items',
  edit: 'edit-jump-items',
  remove: 'remove-jump-items',
  move: 'edit-jump-items',
} as const satisfies Record<JumpItemDeed, Right>;

/**
 * The right that a deed takes and the representative lacks; null when it may be done. The appliance refuses by this
 * function, and the console foretells by it. `move` is asked of both groups, the old one and the new one (R1.13).
 * @param group the Jump Group that holds the item, or is to hold it; visible to the representative
 */
export function missingRight(viewer: Representative, group: JumpGroup, deed: JumpItemDeed): Right | null {
  const right = RIGHT_OF_DEED[deed];
  if (!viewer.rights.includes(right)) return right;
  const isOfAnother = group.kind === 'personal' && group.ownerId !== viewer.id;
  const isMove = deed === 'move' || deed === 'create';
  if (isMove && isOfAnother && !viewer.rights.includes('move-jump-items-of-others')) {
    return 'move-jump-items-of-others';
  }
  return null;
}
