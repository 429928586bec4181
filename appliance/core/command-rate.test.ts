import { expect, test } from 'vitest';
import { createCoreFixture } from '../testing/core-fixture.ts';
import { createFakeEnvironment } from '../testing/fake-environment.ts';
import { itemCommandsOf } from '../testing/item-commands.ts';
import { COMMANDS_AT_ONCE, COMMANDS_PER_SECOND, createCommandRate } from './command-rate.ts';

test('so many commands may come at once, then twenty a second', () => {
  const { clock, advance } = createFakeEnvironment();
  const rate = createCommandRate(clock);
  const taken = (tries: number) => Array.from({ length: tries }, () => rate.take()).filter(Boolean).length;
  expect(taken(100)).toBe(COMMANDS_AT_ONCE);
  advance(1_000);
  expect(taken(100)).toBe(COMMANDS_PER_SECOND);
  advance(3_600_000);
  expect(taken(100)).toBe(COMMANDS_AT_ONCE);
});

test('what comes too fast is refused, changes nothing and is not remembered: it may be sent again', async () => {
  const fixture = await createCoreFixture();
  const [anna, ben] = [itemCommandsOf(fixture, 'anna'), itemCommandsOf(fixture, 'ben')];
  for (let count = 0; count < COMMANDS_AT_ONCE; count += 1)
    await anna.edit(['till'], { comments: `${count}` });
  const performed = [...fixture.core.site.all('performed-command')].length;
  expect(await anna.edit(['till'], { comments: 'too fast' })).toEqual({
    ok: false,
    code: 'appliance-too-busy',
  });
  expect([...fixture.core.site.all('performed-command')]).toHaveLength(performed);
  expect(await ben.edit(['till'], { comments: 'Ben’s' })).toMatchObject({ ok: true });
  fixture.environment.advance(50);
  expect(await anna.edit(['till'], { comments: 'a moment later' })).toMatchObject({ ok: true });
});
