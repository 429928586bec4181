import type { JumpGroupId, JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import { isJumpClient, type JumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import { type JumpItemDeed, missingRight } from '#app/domain/jump-item-permission.ts';
import type { Representative } from '#app/domain/representative.ts';
import type { Right } from '#app/domain/rights.ts';
import type { SiteReader } from './site.ts';

export type Deed = 'see' | JumpItemDeed;

/** An invisible thing does not exist for the representative; `missing` is the right that a visible one takes. */
export type Authorization =
  | { readonly visible: false }
  | { readonly visible: true; readonly missing: Right | null };

/** A representative as the site has it, or had it at some moment. */
export type FindRepresentative = (id: RepresentativeId) => Representative | undefined;

/**
 * The one place that knows who may do what, asked by the stream for every row and by every command (R1.1).
 * @param group the Jump Group that is looked at, or that holds the item in question
 */
export function authorize(
  find: FindRepresentative,
  viewerId: RepresentativeId,
  group: JumpGroup | undefined,
  deed: Deed,
): Authorization {
  const viewer = find(viewerId);
  if (viewer === undefined || group === undefined) return { visible: false };
  if (!seesGroup(viewer, group, find)) return { visible: false };
  return { visible: true, missing: deed === 'see' ? null : missingRight(viewer, group, deed) };
}

/** The same question about a Jump Item: its group decides. */
export function authorizeOnItem(
  site: SiteReader,
  viewerId: RepresentativeId,
  item: JumpItem,
  deed: Deed,
): Authorization {
  const find: FindRepresentative = (id) => site.get('representative', id);
  return authorize(find, viewerId, site.get('jump-group', item.jumpGroupId), deed);
}

/** The same question about a Jump Group by its id; one that does not exist is invisible. */
export function authorizeOnGroup(
  site: SiteReader,
  viewerId: RepresentativeId,
  id: JumpGroupId,
  deed: Deed,
): Authorization {
  return authorize((other) => site.get('representative', other), viewerId, site.get('jump-group', id), deed);
}

/** The Jump Client, if it is one and the representative may see it. */
export function findVisibleJumpClient(
  site: SiteReader,
  viewerId: RepresentativeId,
  id: JumpItemId,
): JumpClient | null {
  const item = site.get('jump-item', id);
  if (item === undefined || !isJumpClient(item)) return null;
  return authorizeOnItem(site, viewerId, item, 'see').visible ? item : null;
}

/** The teams that both belong to. */
export function sharedTeams(one: Representative, other: Representative): JumpGroupId[] {
  return other.teamIds.filter((id) => one.teamIds.includes(id));
}

function seesGroup(viewer: Representative, group: JumpGroup, find: FindRepresentative): boolean {
  switch (group.kind) {
    case 'all-users':
      return true;
    case 'team':
      return viewer.teamIds.includes(group.id);
    case 'personal':
      return group.ownerId === viewer.id || seesPersonalGroupOf(viewer, group.ownerId, find);
  }
}

function seesPersonalGroupOf(viewer: Representative, ownerId: RepresentativeId, find: FindRepresentative) {
  if (viewer.rights.includes('view-personal-groups-of-others')) return true;
  if (!viewer.rights.includes('view-personal-groups-of-team-members')) return false;
  const owner = find(ownerId);
  return owner !== undefined && sharedTeams(viewer, owner).length > 0;
}
