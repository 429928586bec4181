import { expect, test } from 'vitest';
import { createCoreFixture, jumpItemId, settled } from '../testing/core-fixture.ts';
import { playChanges } from './play-changes.ts';

test('changes come evenly, one transaction each fiftieth of a second', async () => {
  const fixture = await createCoreFixture();
  const { core, environment } = fixture;
  const start = environment.clock.now();
  const committed: number[] = [];
  core.site.onCommitted((changes) => committed.push(changes.length));
  const ids = ['reception', 'till', 'database'].map(jumpItemId);
  const play = playChanges(core, { changesPerSecond: 40, seconds: 0.2, ids });
  for (let tick = 0; tick < 4; tick += 1) {
    environment.advance(50);
    await settled(fixture);
  }
  const played = await play;
  expect(committed).toEqual([2, 2, 2, 2]);
  expect(played).toMatchObject({ changes: 8, firstCommitAt: start + 50, lastCommitAt: start + 200 });
  expect(core.site.get('jump-item', played.last.id)?.comments).toBe('Change 8 of 8');
});
