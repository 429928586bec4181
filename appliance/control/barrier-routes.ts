import { z } from 'zod';
import { type ApplianceRequestName, applianceRequests } from '#app/contracts/appliance-protocol.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import { BARRIER_POINTS } from '../core/barrier.ts';
import type { BarrierRule, Barriers } from '../testing/barriers.ts';
import { ControlRefusal, parseBody } from './control-refusal.ts';
import { knownAccount } from './known-account.ts';
import type { Route } from './route.ts';

/** Those that go through the journal: a command carries a number. */
const COMMANDS = (Object.keys(applianceRequests) as ApplianceRequestName[]).filter(
  (name) => 'opId' in applianceRequests[name].params.shape,
);

const Place = {
  command: z.enum(COMMANDS),
  point: z.enum(BARRIER_POINTS).default('received'),
  username: z.string().optional(),
};
const Raise = z.strictObject(Place);
const Release = z.strictObject({ ...Place, count: z.int().min(1).optional() });

/** Commands that stop at a named point until they are released. */
export function barrierRoutes(core: ApplianceCore, barriers: Barriers): readonly Route[] {
  const ruleOf = ({ command, point, username }: z.infer<typeof Raise>): BarrierRule => ({
    command,
    point,
    representativeId: username === undefined ? null : knownAccount(core, username).id,
  });
  const usernameOf = (id: string | null) =>
    id === null ? null : (core.site.get('representative', id)?.username ?? null);
  return [
    {
      method: 'GET',
      path: '/barriers',
      answer: () => ({
        barriers: barriers.list().map(({ command, point, representativeId, waiting }) => ({
          command,
          point,
          username: usernameOf(representativeId),
          waiting: waiting.map((one) => ({ username: usernameOf(one.representativeId), since: one.since })),
        })),
      }),
    },
    {
      method: 'POST',
      path: '/barriers',
      answer({ body }) {
        barriers.raise(ruleOf(parseBody(Raise, body)));
        return {};
      },
    },
    {
      method: 'POST',
      path: '/barriers/release',
      answer({ body }) {
        const { count, ...place } = parseBody(Release, body);
        const released = barriers.release(ruleOf(place), count ?? null);
        if (released === null) throw new ControlRefusal(404, 'there is no such barrier');
        return { released };
      },
    },
  ];
}
