import type { StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpGroupId, JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Representative } from '#app/domain/representative.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import { authorize, authorizeOnItem } from './authorize.ts';
import type { Site } from './site.ts';
import type { CommittedChange } from './site-records.ts';
import { type ByteBudget, createTrackedRows, type RowsCut } from './tracked-rows.ts';

/** The rows of one message. */
export type ViewCut = {
  readonly representative: Representative | undefined;
  readonly jumpGroups: RowsCut<JumpGroupId, JumpGroup>;
  readonly jumpItems: RowsCut<JumpItemId, JumpItem>;
  readonly supportSessions: RowsCut<SupportSessionId, SupportSession>;
};
/** The same by id alone: what is remembered of a message until it is acknowledged. */
export type ViewCutIds = {
  readonly representative: boolean;
  readonly jumpGroups: Ids<JumpGroupId>;
  readonly jumpItems: Ids<JumpItemId>;
  readonly supportSessions: Ids<SupportSessionId>;
};
type Ids<Id> = { readonly upserted: readonly Id[]; readonly removed: readonly Id[] };
type ItemIdTest = (id: JumpItemId) => boolean;

export type ConsoleView = ReturnType<typeof createConsoleView>;

/** The site as one representative may see it, and what of it the console does not know yet. */
export function createConsoleView(site: Site, representativeId: RepresentativeId) {
  const me = () => site.get('representative', representativeId);
  const sees = (item: JumpItem) => authorizeOnItem(site, representativeId, item, 'see').visible;
  let representativeDue = true;
  const jumpGroups = createTrackedRows<JumpGroupId, JumpGroup>({
    read(id) {
      const group = site.get('jump-group', id);
      return authorize(me(), group, 'see').visible ? group : undefined;
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
      return session?.representativeId === representativeId ? session : undefined;
    },
  });
  for (const { id } of site.all('jump-group')) jumpGroups.mark(id);
  for (const { id } of site.all('support-session')) supportSessions.mark(id);

  const markItemsOf = (groupIds: ReadonlySet<JumpGroupId>, isDue: ItemIdTest) => {
    for (const { id, jumpGroupId } of site.all('jump-item')) {
      if (groupIds.has(jumpGroupId) && isDue(id)) jumpItems.mark(id);
    }
  };
  /** A right gained or lost: the groups that it concerns, and all in them, have changed for this console. */
  const markRights = (
    before: Representative | undefined,
    after: Representative | undefined,
    isDue: ItemIdTest,
  ) => {
    representativeDue = true;
    const concerned = new Set<JumpGroupId>();
    for (const group of site.all('jump-group')) {
      if (authorize(before, group, 'see').visible === authorize(after, group, 'see').visible) continue;
      concerned.add(group.id);
      jumpGroups.mark(group.id);
    }
    if (concerned.size > 0) markItemsOf(concerned, isDue);
  };

  return {
    /** Notes a change. `isDue` says for which items the console is to be told: others come with their page. */
    mark(change: CommittedChange, isDue: ItemIdTest): void {
      switch (change.kind) {
        case 'jump-item': {
          const id = change.id as JumpItemId;
          if (isDue(id)) jumpItems.mark(id);
          break;
        }
        case 'jump-group':
          jumpGroups.mark(change.id as JumpGroupId);
          if (change.before !== undefined) markItemsOf(new Set([change.before.id]), isDue);
          break;
        case 'support-session':
          supportSessions.mark(change.id as SupportSessionId);
          break;
        case 'representative':
          if (change.id === representativeId) markRights(change.before, change.after, isDue);
          break;
        default: // nothing of the rest is shown
      }
    },
    hasChanges: () =>
      representativeDue || jumpGroups.hasDue() || supportSessions.hasDue() || jumpItems.hasDue(),
    hasGroupsDue: () => jumpGroups.hasDue(),
    countItems(): number {
      let count = 0;
      for (const item of site.all('jump-item')) if (sees(item)) count += 1;
      return count;
    },
    /** Cuts what has changed; items get no more than `itemBytes` of the budget. */
    cutChanges(budget: ByteBudget, itemBytes: number): ViewCut {
      const cut: ViewCut = {
        representative: representativeDue ? me() : undefined,
        jumpGroups: { upserted: [], removed: [] },
        jumpItems: { upserted: [], removed: [] },
        supportSessions: { upserted: [], removed: [] },
      };
      representativeDue = false;
      jumpGroups.cut(cut.jumpGroups, budget);
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
      supportSessions.takeBack(lost.supportSessions, () => false);
      jumpItems.takeBack(lost.jumpItems, comesAgain);
    },
  };
}

/** What a cut says, as the parts of a message: those that say something. */
export function messageParts(cut: ViewCut): Partial<StreamMessage> {
  const { representative, jumpGroups, jumpItems, supportSessions } = cut;
  return {
    ...(representative && { representative }),
    ...(hasRows(jumpGroups) && { jumpGroups }),
    ...(hasRows(jumpItems) && { jumpItems }),
    ...(hasRows(supportSessions) && { supportSessions }),
  };
}

export function cutIds({ representative, jumpGroups, jumpItems, supportSessions }: ViewCut): ViewCutIds {
  return {
    representative: representative !== undefined,
    jumpGroups: idsOf(jumpGroups),
    jumpItems: idsOf(jumpItems),
    supportSessions: idsOf(supportSessions),
  };
}

function hasRows(cut: RowsCut<unknown, unknown>): boolean {
  return cut.upserted.length > 0 || cut.removed.length > 0;
}

function idsOf<Id>(cut: RowsCut<Id, { readonly id: Id }>): Ids<Id> {
  return { upserted: cut.upserted.map((row) => row.id), removed: cut.removed };
}
