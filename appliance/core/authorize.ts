import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Representative } from '#app/domain/representative.ts';
import type { Right } from '#app/domain/rights.ts';
import type { SiteReader } from './site.ts';

export type Deed = 'see' | 'jump';

/** An invisible thing does not exist for the representative; `missing` is the right that a visible one takes. */
export type Authorization =
  | { readonly visible: false }
  | { readonly visible: true; readonly missing: Right | null };

/**
 * The one place that knows who may do what, asked by the stream for every row and by every command (R1.1).
 * @param group the Jump Group that is looked at, or that holds the item in question
 */
export function authorize(
  representative: Representative | undefined,
  group: JumpGroup | undefined,
  deed: Deed,
): Authorization {
  if (representative === undefined || group === undefined) return { visible: false };
  if (!seesGroup(representative, group)) return { visible: false };
  if (deed === 'jump' && !representative.rights.includes('jump-to-jump-items')) {
    return { visible: true, missing: 'jump-to-jump-items' };
  }
  return { visible: true, missing: null };
}

/** The same question about a Jump Item: its group decides. */
export function authorizeOnItem(
  site: SiteReader,
  representativeId: string,
  item: JumpItem,
  deed: Deed,
): Authorization {
  const representative = site.get('representative', representativeId);
  return authorize(representative, site.get('jump-group', item.jumpGroupId), deed);
}

function seesGroup(representative: Representative, group: JumpGroup): boolean {
  switch (group.kind) {
    case 'all-users':
      return true;
    case 'team':
      return representative.teamIds.includes(group.id);
    case 'personal':
      return (
        group.ownerId === representative.id ||
        representative.rights.includes('view-personal-groups-of-others')
      );
  }
}
