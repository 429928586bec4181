import type { EpochMs, JumpGroupId, JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import type { Environment } from '../core/environment.ts';
import { SITE_RECORD_ID } from '../core/site-limits.ts';
import type { RecordChange, ReportedStatistics } from '../core/site-records.ts';
import { ALL_USERS, type Fleet, type FleetJumpItem, PERSONAL_PREFIX } from './fleet.ts';

/** What the appliance keeps of a fleet, and what it announces: tokens and keys exist nowhere else. */
export type SeededSite = {
  readonly records: readonly RecordChange[];
  readonly accounts: readonly {
    readonly representativeId: RepresentativeId;
    readonly username: string;
    readonly displayName: string;
    readonly token: string;
  }[];
  readonly installerKeys: readonly { readonly key: string; readonly jumpGroup: string }[];
};

type KnownTimes = Map<string, ReportedStatistics['reportedAt']>;

/** Turns a checked fleet into the records of a site; ages count back from now. */
export function seedRecords(fleet: Fleet, environment: Environment): SeededSite {
  const { clock, randomness, digest } = environment;
  const now = clock.now();
  const records: RecordChange[] = [];
  records.push({ kind: 'site-limits', id: SITE_RECORD_ID, value: fleet.limits });
  const { askBeforePin, pinAnswerSeconds } = fleet;
  const options = { askBeforePin, pinAnswerMs: pinAnswerSeconds * 1_000 };
  records.push({ kind: 'site-options', id: SITE_RECORD_ID, value: options });
  const accounts = fleet.accounts.map((account) => {
    const representativeId = `representative-${account.username}` as RepresentativeId;
    const { username, displayName, rights } = account;
    records.push({
      kind: 'representative',
      id: representativeId,
      value: {
        id: representativeId,
        username,
        displayName,
        rights,
        personalGroupId: groupIdOf(`${PERSONAL_PREFIX}${username}`),
        teamIds: account.teams.map(groupIdOf),
      },
    });
    return { representativeId, username, displayName, token: randomness.token() };
  });
  for (const group of groupsOf(fleet)) records.push({ kind: 'jump-group', id: group.id, value: group });
  const installerKeys = fleet.installers.map(({ jumpGroup, tag, comments }) => {
    const key = randomness.token();
    const keyDigest = digest(key);
    const jumpGroupId = groupIdOf(jumpGroup);
    records.push({
      kind: 'installer-key',
      id: keyDigest,
      value: { keyDigest, jumpGroupId, tag, comments, pin: null },
    });
    return { key, jumpGroup };
  });
  const knownTimes: KnownTimes = new Map();
  fleet.jumpItems.forEach((given, index) => {
    const id = (given.id ?? `jump-item-${String(index + 1).padStart(6, '0')}`) as JumpItemId;
    records.push({ kind: 'jump-item', id, value: jumpItemOf(given, id, now) });
    if (given.method === 'jump-client') {
      records.push({ kind: 'reported-statistics', id, value: statisticsOf(given, now, knownTimes) });
    }
  });
  return { records, accounts, installerKeys };
}

const groupIds = new Map<string, JumpGroupId>();

/** The ids of a fleet's Jump Groups follow from their names, so that QA can name them. */
export function groupIdOf(name: string): JumpGroupId {
  const known = groupIds.get(name) ?? (spellGroupId(name) as JumpGroupId);
  groupIds.set(name, known);
  return known;
}

function spellGroupId(name: string): string {
  if (name === ALL_USERS) return 'all-users';
  if (name.startsWith(PERSONAL_PREFIX)) return `personal-${name.slice(PERSONAL_PREFIX.length)}`;
  const words = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return `team-${words.slice(0, 58)}`;
}

function groupsOf(fleet: Fleet): readonly JumpGroup[] {
  const personal = fleet.accounts.map(
    ({ username, displayName }): JumpGroup => ({
      kind: 'personal',
      id: groupIdOf(`${PERSONAL_PREFIX}${username}`),
      name: displayName,
      ownerId: `representative-${username}` as RepresentativeId,
    }),
  );
  const teams = fleet.teams.map((name): JumpGroup => ({ kind: 'team', id: groupIdOf(name), name }));
  return [...personal, { kind: 'all-users', id: groupIdOf(ALL_USERS), name: ALL_USERS }, ...teams];
}

/** The row of an item that a fleet or QA gives. Written out: a hundred thousand spread objects take seconds. */
export function jumpItemOf(given: FleetJumpItem, id: JumpItemId, now: EpochMs): JumpItem {
  const { name, hostname, tag, comments } = given;
  const jumpGroupId = groupIdOf(given.jumpGroup);
  const lastAccessedAt = before(now, given.lastAccessed);
  if (given.method !== 'jump-client') {
    const { method, port } = given;
    return { id, name, hostname, jumpGroupId, tag, comments, lastAccessedAt, propertiesRev: 1, method, port };
  }
  return {
    id,
    name,
    hostname,
    jumpGroupId,
    tag,
    comments,
    lastAccessedAt,
    propertiesRev: 1,
    method: 'jump-client',
    connection: given.connection,
    presence: given.presence,
    presenceSince: now - ageMs(given.presenceSince),
    presenceRev: 1,
    inSessionWith: NOBODY,
    platform: given.platform,
    mode: given.mode,
    version: given.version,
    operatingSystem: given.operatingSystem,
    consoleUser: given.consoleUser,
    domain: given.domain,
    workGroup: given.workGroup,
    publicIp: given.publicIp,
    privateIp: given.privateIp,
    bootedAt: before(now, given.booted),
  };
}

/** What such a Jump Client would have reported: just now while it is there, else when it was last there. */
export function statisticsOf(
  given: Extract<FleetJumpItem, { method: 'jump-client' }>,
  now: EpochMs,
  known: KnownTimes = new Map(),
): ReportedStatistics {
  const there = given.presence === 'online' || given.presence === 'disabled';
  const lastHeardAt = there ? now : now - ageMs(given.presenceSince);
  const bootedAt = before(now, given.booted);
  const statistics: StatisticsUpdate = {
    platform: given.platform,
    version: given.version,
    mode: given.mode,
    hostname: given.hostname,
    operatingSystem: given.operatingSystem,
    privateIps: given.privateIp === '' ? [] : [given.privateIp],
    domain: given.domain,
    workGroup: given.workGroup,
    consoleUser: given.consoleUser,
    ...given.statistics,
  };
  if (bootedAt !== null) statistics.bootedAt = bootedAt;
  return { statistics, reportedAt: allReportedAt(lastHeardAt, statistics, known), lastHeardAt };
}

const NOBODY: never[] = [];

/** Everything was reported at one moment: items of the same moment share the record of it. */
function allReportedAt(at: EpochMs, statistics: StatisticsUpdate, known: KnownTimes) {
  const names = Object.keys(statistics);
  const key = `${at} ${names.join(' ')}`;
  const reportedAt = known.get(key) ?? Object.fromEntries(names.map((name) => [name, at]));
  known.set(key, reportedAt);
  return reportedAt;
}

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function ageMs(age: string): number {
  return Number(age.slice(0, -1)) * UNIT_MS[age.slice(-1) as keyof typeof UNIT_MS];
}

function before(now: EpochMs, age: string | null): EpochMs | null {
  return age === null ? null : now - ageMs(age);
}
