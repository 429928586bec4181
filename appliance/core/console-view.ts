import type { StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpGroupId, JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Member } from '#app/domain/member.ts';
import type { Representative } from '#app/domain/representative.ts';
import { type SupportSession, takesPart } from '#app/domain/support-session.ts';
import { authorize, authorizeOnItem, type FindRepresentative, sharedTeams } from './authorize.ts';
import type { Site } from './site.ts';
import type { CommittedChange } from './site-records.ts';
import { type ByteBudget, createTrackedRows, nothingCut, type RowsCut } from './tracked-rows.ts';

/** The rows of one message. */
export type ViewCut = {
  readonly representative: Representative | undefined;
  readonly jumpGroups: RowsCut<JumpGroupId>;
  readonly members: RowsCut<RepresentativeId>;
  readonly jumpItems: RowsCut<JumpItemId>;
  readonly supportSessions: RowsCut<SupportSessionId>;
};
/** The same by id alone: what is remembered of a message until it is acknowledged. */
export type ViewCutIds = {
  readonly representative: boolean;
  readonly jumpGroups: Ids<JumpGroupId>;
  readonly members: Ids<RepresentativeId>;
  readonly jumpItems: Ids<JumpItemId>;
  readonly supportSessions: Ids<SupportSessionId>;
};
type Ids<Id> = { readonly upserted: readonly Id[]; readonly removed: readonly Id[] };
type RepresentativeChange = Extract<CommittedChange, { kind: 'representative' }>;
type ItemIdTest = (id: JumpItemId) => boolean;

export type ConsoleView = ReturnType<typeof createConsoleView>;

/** The site as one representative may see it, and what of it the console does not know yet. */
export function createConsoleView(site: Site, representativeId: RepresentativeId) {
  const find: FindRepresentative = (id) => site.get('representative', id);
  const me = () => find(representativeId);
  const seesGroup = (group: JumpGroup | undefined, people = find) =>
    authorize(people, representativeId, group, 'see').visible;
  const sees = (item: JumpItem) => authorizeOnItem(site, representativeId, item, 'see').visible;
  let representativeDue = true;
  const jumpGroups = createTrackedRows<JumpGroupId, JumpGroup>({
    read(id) {
      const group = site.get('jump-group', id);
      return seesGroup(group) ? group : undefined;
    },
  });
  const members = createTrackedRows<RepresentativeId, Member>({
    read(id) {
      const [viewer, other] = [me(), find(id)];
      if (viewer === undefined || other === undefined || other === viewer) return undefined;
      if (!seesGroup(site.get('jump-group', other.personalGroupId))) return undefined;
      const { username, displayName, personalGroupId } = other;
      return { id, username, displayName, personalGroupId, teamIds: sharedTeams(viewer, other) };
    },
  });
  const jumpItems = createTrackedRows<JumpItemId, JumpItem>({
    read(id) {
      const item = site.get('jump-item', id);
      return item !== undefined && sees(item) ? item : undefined;
    },
  });
  const supportSessions = createTrackedRows<SupportSessionId, SupportSession>({
    read(id) {
      const session = site.get('support-session', id);
      return session !== undefined && takesPart(session, representativeId) ? session : undefined;
    },
  });
  for (const { id } of site.all('jump-group')) jumpGroups.mark(id);
  for (const { id } of site.all('representative')) members.mark(id);
  for (const { id } of site.all('support-session')) supportSessions.mark(id);

  const hasDueBesideItems = () =>
    representativeDue || jumpGroups.hasDue() || members.hasDue() || supportSessions.hasDue();
  const markItemsOf = (groupIds: ReadonlySet<JumpGroupId>, isDue: ItemIdTest) => {
    for (const { id, jumpGroupId } of site.all('jump-item')) {
      if (groupIds.has(jumpGroupId) && isDue(id)) jumpItems.mark(id);
    }
  };
  /**
   * Rights and teams gained or lost, by whomever: the groups that they concern, and all in them, have changed for
   * this console.
   */
  const markPeople = (changes: readonly RepresentativeChange[], isDue: ItemIdTest) => {
    const before = new Map(changes.map((change) => [change.id, change.before]));
    const findBefore: FindRepresentative = (id) => (before.has(id) ? before.get(id) : find(id));
    const viewerChanged = before.has(representativeId);
    representativeDue ||= viewerChanged;
    for (const id of viewerChanged ? site.idsOf('representative') : before.keys()) {
      members.mark(id as RepresentativeId);
    }
    const concerned = new Set<JumpGroupId>();
    for (const group of site.all('jump-group')) {
      if (seesGroup(group, findBefore) === seesGroup(group)) continue;
      concerned.add(group.id);
      jumpGroups.mark(group.id);
    }
    if (concerned.size > 0) markItemsOf(concerned, isDue);
  };
  const mark = (change: CommittedChange, isDue: ItemIdTest, isOwn: boolean) => {
    switch (change.kind) {
      case 'jump-item': {
        const id = change.id as JumpItemId;
        if (isDue(id)) jumpItems.mark(id, isOwn);
        break;
      }
      case 'jump-group':
        jumpGroups.mark(change.id as JumpGroupId);
        for (const group of [change.before, change.after]) {
          if (group?.kind === 'personal') members.mark(group.ownerId);
        }
        if (change.before !== undefined) markItemsOf(new Set([change.before.id]), isDue);
        break;
      case 'support-session':
        supportSessions.mark(change.id as SupportSessionId);
        break;
      default: // people are looked at together; nothing of the rest is shown
    }
  };

  return {
    /**
     * Notes one transaction. `isDue` says of which items the console is to be told: others come with their page. What
     * the representative did goes before whatever waits: who has clicked looks for it.
     */
    mark(changes: readonly CommittedChange[], isDue: ItemIdTest): void {
      const isOwn = changes.some(
        ({ kind, after }) => kind === 'performed-command' && after?.representativeId === representativeId,
      );
      for (const change of changes) mark(change, isDue, isOwn);
      const people = changes.filter((change) => change.kind === 'representative');
      if (people.length > 0) markPeople(people, isDue);
    },
    hasChanges: () => hasDueBesideItems() || jumpItems.hasDue(),
    hasDueBesideItems,
    countDueItems: jumpItems.countDue,
    countItems(): number {
      let count = 0;
      for (const item of site.all('jump-item')) if (sees(item)) count += 1;
      return count;
    },
    /** Cuts what has changed; items get no more than `itemBytes` of the budget. */
    cutChanges(budget: ByteBudget, itemBytes: number): ViewCut {
      const cut: ViewCut = {
        representative: representativeDue ? me() : undefined,
        jumpGroups: nothingCut(),
        members: nothingCut(),
        jumpItems: nothingCut(),
        supportSessions: nothingCut(),
      };
      representativeDue = false;
      jumpGroups.cut(cut.jumpGroups, budget);
      members.cut(cut.members, budget);
      supportSessions.cut(cut.supportSessions, budget);
      const forItems = { left: Math.min(budget.left, itemBytes) };
      const given = forItems.left;
      jumpItems.cut(cut.jumpItems, forItems);
      budget.left -= given - forItems.left;
      return cut;
    },
    /** Adds one item of the snapshot. False when the budget has no room for it. */
    addItem: (id: JumpItemId, cut: ViewCut, budget: ByteBudget): boolean =>
      jumpItems.tell(id, cut.jumpItems, budget),
    /** Takes back a message that did not arrive. Items for which `comesAgain` holds will have their page anew. */
    takeBack(lost: ViewCutIds, comesAgain: ItemIdTest): void {
      representativeDue ||= lost.representative;
      jumpGroups.takeBack(lost.jumpGroups, () => false);
      members.takeBack(lost.members, () => false);
      supportSessions.takeBack(lost.supportSessions, () => false);
      jumpItems.takeBack(lost.jumpItems, comesAgain);
    },
  };
}

/** True when there is nothing to say. */
export function isEmptyCut({
  representative,
  jumpGroups,
  members,
  jumpItems,
  supportSessions,
}: ViewCut): boolean {
  return representative === undefined && ![jumpGroups, members, jumpItems, supportSessions].some(hasRows);
}

/**
 * A message as JSON: its head, and the parts of a cut that say something. Each row was made a text to learn how much room
 * it takes, and goes into the message as that.
 */
export function messageJson(
  head: Pick<StreamMessage, 'streamId' | 'seq' | 'snapshot'>,
  cut: ViewCut,
): string {
  const { representative, jumpGroups, members, jumpItems, supportSessions } = cut;
  let json = JSON.stringify(head).slice(0, -1);
  if (representative !== undefined) json += `,"representative":${JSON.stringify(representative)}`;
  for (const [name, rows] of Object.entries({ jumpGroups, members, jumpItems, supportSessions })) {
    if (hasRows(rows)) json += `,"${name}":${rowsJson(rows)}`;
  }
  return `${json}}`;
}

function rowsJson({ rowsJson, removed }: RowsCut<string>): string {
  return `{"upserted":[${rowsJson.join(',')}],"removed":${JSON.stringify(removed)}}`;
}

export function cutIds(cut: ViewCut): ViewCutIds {
  const { representative, jumpGroups, members, jumpItems, supportSessions } = cut;
  return {
    representative: representative !== undefined,
    jumpGroups: idsOf(jumpGroups),
    members: idsOf(members),
    jumpItems: idsOf(jumpItems),
    supportSessions: idsOf(supportSessions),
  };
}

function hasRows({ upserted, removed }: RowsCut<string>): boolean {
  return upserted.length > 0 || removed.length > 0;
}

function idsOf<Id>({ upserted, removed }: RowsCut<Id>): Ids<Id> {
  return { upserted, removed };
}
