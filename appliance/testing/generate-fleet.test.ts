import { expect, test } from 'vitest';
import { Fleet } from './fleet.ts';
import { generateFleet } from './generate-fleet.ts';
import { checkFleet, loadFleet } from './load-fleet.ts';

test('the same number and seed make the same site, another seed another one', () => {
  expect(generateFleet({ items: 200, seed: 7 })).toEqual(generateFleet({ items: 200, seed: 7 }));
  expect(generateFleet({ items: 200, seed: 8 })).not.toEqual(generateFleet({ items: 200, seed: 7 }));
});

test('a made-up site is a good fleet file', () => {
  const fleet = generateFleet({ items: 5_000, seed: 7 });
  expect(fleet.jumpItems).toHaveLength(5_000);
  expect(checkFleet(fleet, 'made up')).toEqual(fleet);
  expect(Fleet.parse(JSON.parse(JSON.stringify(fleet)))).toEqual(fleet);
});

test('the guide’s site holds the four items that the guide pictures', () => {
  const items = loadFleet('guide').jumpItems.map(({ name, hostname, method, comments, jumpGroup }) =>
    [name, hostname, method, comments, jumpGroup].join(' | '),
  );
  expect(items).toEqual([
    '172.16.0.154 | 172.16.0.154 | local-rdp |  | user:admin',
    "JXNPLWS03605 | JXNPLWS03605 | jump-client | Alex's Laptop | user:admin",
    "Mel's Android | android-9fe945b872 | jump-client |  | user:admin",
    "RMTPLWS04255 | RMTPLWS04255 | jump-client | Jose's laptop | user:wscott",
  ]);
});

test('the office has about 300 items in personal, all-users and three team groups, in every state', () => {
  const { jumpItems, teams } = loadFleet('office');
  expect(jumpItems.length).toBeGreaterThanOrEqual(290);
  expect(teams).toHaveLength(3);
  const values = new Set(jumpItems.flatMap((item) => Object.values(item)));
  for (const one of ['All Users', 'user:admin', ...teams, 'online', 'offline', 'disabled', 'uninstalled']) {
    expect(values).toContain(one);
  }
  for (const one of ['passive', 'local-rdp', 'local-vnc', 'windows', 'mac', 'linux', 'android']) {
    expect(values).toContain(one);
  }
});
