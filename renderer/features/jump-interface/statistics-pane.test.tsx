import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JumpClient, JumpItem } from '#app/domain/jump-item.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient } from '../../test-support/jump-items.ts';
import { JumpInterface } from './jump-interface.tsx';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const now = new Date(2026, 10, 22, 14, 0).getTime();
const at = (hours: number, minutes: number, day = 22) => new Date(2026, 10, day, hours, minutes).getTime();

async function setUp(...items: JumpItem[]) {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(items);
  act(() => fake.store.getState().selectJumpItem(items[0]?.id ?? null));
  render(<JumpInterface isVisible />, { wrapper: fake.Wrapper });
  const select = (...ids: string[]) =>
    act(() =>
      fake.store.setState({
        selectedIds: new Set(items.map(({ id }) => id).filter((id) => ids.includes(id))),
      }),
    );
  const hear = (id: JumpItem['id'], lastHeardAt: number) =>
    act(() =>
      fake.emit('statisticsChanged', {
        reports: [
          {
            jumpItemId: id,
            statistics: { hostname: 'RCP-01' },
            reportedAt: { hostname: now },
            lastHeardAt,
            publicIp: '',
          },
        ],
      }),
    );
  return { ...fake, select, hear, user: userEvent.setup() };
}
const idOf = (id: string) => aJumpClient(id).id;
const pane = () => screen.getByRole('complementary', { name: 'Statistics' });

const told: [string, Partial<JumpClient>, number, string][] = [
  ['online', {}, now - 4_000, 'Online since 09:12, last heard 4 s ago'],
  [
    'in a session: with whom',
    { inSessionWith: ['William Scott'] },
    now - 4_000,
    'In session with William Scott, online since 09:12, last heard 4 s ago',
  ],
  ['disabled', { presence: 'disabled' }, now - 4_000, 'Disabled by its user since 09:12, last heard 4 s ago'],
  [
    'offline',
    { presence: 'offline', presenceSince: at(17, 3, 21) },
    at(17, 2, 21),
    'Offline since yesterday 17:03, last heard yesterday 17:02',
  ],
  [
    'uninstalled',
    { presence: 'uninstalled', presenceSince: at(8, 0, 3) },
    at(7, 59, 3),
    'Uninstalled by its user since 2026-11-03 08:00, last heard 2026-11-03 07:59',
  ],
];
for (const [title, change, lastHeardAt, text] of told) {
  test(`a status says since when and on what evidence: ${title}`, async () => {
    const item = aJumpClient('a', { presenceSince: at(9, 12), ...change });
    const { hear } = await setUp(item);
    hear(item.id, lastHeardAt);
    expect(pane().textContent).toContain(text);
  });
}

test('the row’s tooltip and the statistics never disagree about a status, whatever comes', async () => {
  const { send } = await setUp(aJumpClient('a', { presenceSince: at(9, 12) }));
  for (const change of [
    {},
    { presence: 'offline' },
    { presence: 'disabled' },
    { inSessionWith: ['Dana'] },
    { connection: 'passive' },
    { presence: 'uninstalled' },
  ] satisfies Partial<JumpClient>[]) {
    act(() =>
      send({
        jumpItems: { upserted: [aJumpClient('a', { presenceSince: at(10, 1), ...change })], removed: [] },
      }),
    );
    const tooltip = within(screen.getByRole('row', { name: /^a/ })).getByTitle(/ since |^Passive: /).title;
    expect(pane().textContent).toContain(tooltip);
  }
});

test('a console that is cut off says that the status is the last known one', async () => {
  const { emit, address } = await setUp(aJumpClient('a'));
  act(() => emit('connectionChanged', { state: 'stale', address, applianceAheadMs: 0, lastHeardAt: now }));
  expect(pane().textContent).toContain('Shown as last known');
});

test('R7.8 an offline item foretells the message; waiting for it is offered, told and ended', async () => {
  const { user, store } = await setUp(aJumpClient('a', { presence: 'offline' }));
  expect(pane().textContent).toContain('A jump would be refused now: The Jump Client is offline.');
  expect(within(pane()).getByRole('button', { name: 'Jump' }).title).toBe('The Jump Client is offline.');
  await user.click(within(pane()).getByRole('button', { name: 'Jump when it comes online' }));
  expect(pane().textContent).toContain('Jumps as soon as it comes online.');
  expect(screen.getByRole('img', { name: /Waiting/ })).toBeDefined();
  await user.click(within(pane()).getByRole('button', { name: 'Stop waiting' }));
  expect(store.getState().awaitedIds.size).toBe(0);
});

test('R1.6 a value is copied by a click and by Ctrl+C; all of them at once', async () => {
  const item = aJumpClient('a', { name: 'Reception' });
  const { hear, user } = await setUp(item);
  hear(item.id, now);
  const copied: string[] = [];
  document.execCommand = () => {
    const event = new Event('copy', { cancelable: true });
    Object.defineProperty(event, 'clipboardData', {
      value: { setData: (_: string, text: string) => copied.push(text) },
    });
    return document.dispatchEvent(event);
  };
  const value = within(pane()).getByRole('button', { name: 'RCP-01' });
  await user.click(value);
  expect(within(value).getByRole('status').textContent).toBe('Copied');
  fireEvent.keyDown(value, { key: 'c', ctrlKey: true });
  await user.click(within(pane()).getByRole('button', { name: 'Copy all' }));
  expect(copied.slice(0, 2)).toEqual(['RCP-01', 'RCP-01']);
  expect(copied[2]).toMatch(/^Reception\n\nComputer\n {2}Hostname: RCP-01\n/);
});

test('R1.6 the arrow keys go from value to value', async () => {
  const { user } = await setUp(aJumpClient('a'));
  const [first, second] = pane().querySelectorAll<HTMLElement>('[data-copyable]');
  expect(first?.tabIndex).toBe(0);
  act(() => first?.focus());
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(second);
  expect(first?.tabIndex).toBe(-1);
});

test('R1.6 the last hour and the last day are drawn, and said', async () => {
  const item = aJumpClient('a');
  const { emit } = await setUp(item);
  const disk = (mount: string, usedBytes: number) => ({ mount, usedBytes, totalBytes: 100 });
  const cpu = { model: 'Xeon', cores: 4, percent: 23 };
  act(() => {
    emit('statisticsChanged', {
      reports: [
        {
          jumpItemId: item.id,
          statistics: { cpu, disks: [disk('/', 52), disk('/home', 90)] },
          reportedAt: { cpu: now, disks: now },
          lastHeardAt: now,
          publicIp: '',
        },
      ],
    });
    emit('statisticsHistoryChanged', {
      jumpItemId: item.id,
      disks: ['/', '/home'],
      load: [12, 31, 23].map((cpuPercent, index) => ({
        at: now - (2 - index) * 60_000,
        cpuPercent,
        memoryPercent: null,
        diskPercents: [50 + index, 90],
      })),
      presence: [{ since: now - 90_000_000, presence: 'online' }],
    });
  });
  expect(screen.getByRole('img', { name: 'CPU over the last hour: 12–31 %, now 23 %' })).toBeDefined();
  expect(screen.getByRole('img', { name: '/ over the last hour: 50–52 %, now 52 %' })).toBeDefined();
  expect(screen.getByRole('img', { name: '/home over the last hour: 90–90 %, now 90 %' })).toBeDefined();
  expect(
    screen.getByRole('img', { name: 'In the last 24 hours online 100 % of the time, never lost' }),
  ).toBeDefined();
});

test('R1.6 R1.7 of several items totals are told, and of more than fifty no statistics are asked for', async () => {
  const { api, store, select } = await setUp(
    aJumpClient('a'),
    aJumpClient('b', { presence: 'offline', version: '0.9.0' }),
    aJumpClient('c', { platform: 'windows' }),
  );
  select('a', 'b', 'c');
  expect(pane().textContent).toContain('3 Jump Items selected');
  expect(pane().textContent).toContain('3 Jump Clients: 2 online, 1 offline, 0 passive');
  expect(screen.getByRole('region', { name: 'Platform' }).textContent).toBe('PlatformLinux2Windows1');
  expect(within(pane()).getByRole('button', { name: 'Jump to 3' })).toBeDefined();
  expect(pane().textContent).toContain('1 of 3 would be refused now.');
  expect(api.watchStatistics).toHaveBeenLastCalledWith({ jumpItemIds: ['a', 'b', 'c'] });
  act(() => store.setState({ selectedIds: new Set(Array.from({ length: 51 }, (_, n) => idOf(`x-${n}`))) }));
  expect(api.watchStatistics).toHaveBeenLastCalledWith({ jumpItemIds: [] });
});

test('R1.6 of several computers the highest load is told, whose it is, and the middle', async () => {
  const { emit, select } = await setUp(
    aJumpClient('a', { name: 'Reception' }),
    aJumpClient('b', { name: 'Kiosk' }),
    aJumpClient('c', { name: 'Van', presence: 'offline' }),
  );
  select('a', 'b', 'c');
  const report = (id: string, percent: number, usedBytes: number) => ({
    jumpItemId: idOf(id),
    statistics: {
      cpu: { model: 'Xeon', cores: 4, percent },
      disks: [
        { mount: '/', totalBytes: 100, usedBytes },
        { mount: '/tmp', totalBytes: 100, usedBytes: 1 },
      ],
    },
    reportedAt: { cpu: now, disks: now },
    lastHeardAt: now,
    publicIp: '',
  });
  act(() =>
    emit('statisticsChanged', { reports: [report('a', 20, 70), report('b', 90, 30), report('c', 99, 99)] }),
  );
  const load = screen.getByRole('region', { name: 'Load of 2 computers' });
  expect(within(load).getByRole('button', { name: '90 % · median 55 %' })).toBeDefined();
  expect(load.textContent).toContain('highest: Kiosk');
  expect(within(load).getByRole('button', { name: '70 % · median 50 %' })).toBeDefined();
  expect(load.textContent).toContain('highest: Reception, /');
  expect(within(load).getByRole('meter', { name: 'CPU' }).getAttribute('aria-valuenow')).toBe('90');
});

test('R1.6 of a computer that is known for a while only, the presence says of how long it speaks', async () => {
  const item = aJumpClient('a');
  const { emit } = await setUp(item);
  const keep = (since: number) =>
    act(() =>
      emit('statisticsHistoryChanged', {
        jumpItemId: item.id,
        disks: [],
        load: [],
        presence: [{ since, presence: 'online' }],
      }),
    );
  keep(now - 12 * 60_000);
  expect(within(pane()).getByText('online 100 % of 12 min')).toBeTruthy();
  keep(now - 25 * 3_600_000);
  expect(within(pane()).getByText('online 100 %')).toBeTruthy();
});

test('R1.11 what is selected and not listed is not shown as if it were: why, and the way back', async () => {
  const { store, select, user } = await setUp(aJumpClient('till'), aJumpClient('web'));
  select('till');
  act(() => store.getState().search('web'));
  expect(pane().textContent).toContain('It is not listed now');
  select('till', 'web');
  expect(within(pane()).getByRole('heading', { level: 2 }).textContent).toBe('web');
  act(() => store.getState().search('nothing'));
  expect(pane().textContent).toContain('2 are selected, and none of them is listed');
  await user.click(within(pane()).getByRole('button', { name: 'List all Jump Items' }));
  expect(pane().textContent).toContain('2 Jump Items selected');
  act(() => store.getState().search('web'));
  select('till');
  await user.click(within(pane()).getByRole('button', { name: 'Show it in the list' }));
  expect(store.getState().searchText).toBe('');
  expect(store.getState().activeId).toBe('till');
});
