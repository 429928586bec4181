import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Clock } from './environment.ts';
import type { RemoveForGood } from './jump-item-removal.ts';
import type { Site } from './site.ts';

const DAY_MS = 86_400_000;
/** A Jump Client that does not connect for so long is given up (R1.12). */
export const RETIRED_AFTER_MS = 180 * DAY_MS;

type Options = {
  readonly site: Site;
  readonly clock: Clock;
  readonly removeForGood: RemoveForGood;
  readonly onFailure: (error: unknown) => void;
};

/**
 * Removes, now and once a day, the Jump Clients that have not connected for 180 days (R1.12): one that comes back after
 * all is told to uninstall itself. Those that their users uninstalled stay listed.
 * @returns a function that ends it
 */
export async function retireSilentJumpClients(options: Options): Promise<() => void> {
  const { clock, onFailure } = options;
  let cancel: () => void = () => undefined;
  const nextDay = () => {
    cancel = clock.schedule(DAY_MS, () => {
      sweep(options).catch(onFailure);
      nextDay();
    });
  };
  await sweep(options);
  nextDay();
  return () => cancel();
}

async function sweep({ site, clock, removeForGood }: Options): Promise<void> {
  await removeForGood(() => {
    const latest = clock.now() - RETIRED_AFTER_MS;
    const silent: JumpItemId[] = [];
    for (const item of site.all('jump-item')) if (isSilentSince(item, latest)) silent.push(item.id);
    return silent;
  });
}

function isSilentSince(item: JumpItem, latest: number): boolean {
  return item.method === 'jump-client' && item.presence === 'offline' && item.presenceSince <= latest;
}
