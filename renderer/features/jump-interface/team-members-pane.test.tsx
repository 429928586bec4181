import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { JumpGroupId, RepresentativeId } from '#app/domain/ids.ts';
import type { Member } from '#app/domain/member.ts';
import { createFakeConsole, groups } from '../../test-support/fake-console.ts';
import { aJumpClient, teamGroupId } from '../../test-support/jump-items.ts';
import { JumpInterface } from './jump-interface.tsx';

afterEach(cleanup);

const melsGroupId = JumpGroupId.parse('g-mel');
const mel: Member = {
  id: RepresentativeId.parse('r-mel'),
  username: 'mel',
  displayName: 'Mel Ortiz',
  personalGroupId: melsGroupId,
  teamIds: [teamGroupId],
};

async function setUp(members: readonly Member[] = [mel]) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(
    [aJumpClient('van', { jumpGroupId: teamGroupId }), aJumpClient('laptop', { jumpGroupId: melsGroupId })],
    {
      members: { upserted: [...members], removed: [] },
      jumpGroups: {
        upserted: [...groups, { kind: 'personal', id: melsGroupId, name: 'Mel Ortiz', ownerId: mel.id }],
        removed: [],
      },
    },
  );
  render(<JumpInterface isVisible />, { wrapper: fake.Wrapper });
  return { ...fake, user: userEvent.setup() };
}
const pane = () => screen.queryByRole('tree', { name: 'Members of Field support' });
const listed = ({ rows }: Awaited<ReturnType<typeof setUp>>) => rows.getList().rows.map(({ id }) => id);

test('R1.1 a chosen team shows its members in a second pane; a member’s choice lists the personal group', async () => {
  const fake = await setUp();
  expect(pane()).toBeNull();
  expect(screen.queryByText('Other reps')).toBeNull();
  await fake.user.click(screen.getByRole('treeitem', { name: /^Field support/ }));
  expect(listed(fake)).toEqual(['van']);
  const member = within(pane() ?? document.body).getByRole('treeitem', { name: /^Mel Ortiz/ });
  expect(member.textContent).toContain('1 / 1');
  await fake.user.click(member);
  expect(listed(fake)).toEqual(['laptop']);
  expect(screen.getByRole('treeitem', { name: /^Field support/ }).getAttribute('aria-selected')).toBe('true');
});

test('R1.1 Escape leads from a member back to the whole team', async () => {
  const fake = await setUp();
  await fake.user.click(screen.getByRole('treeitem', { name: /^Field support/ }));
  await fake.user.click(screen.getByRole('treeitem', { name: /^Mel Ortiz/ }));
  await fake.user.keyboard('{Escape}');
  expect(listed(fake)).toEqual(['van']);
  expect(screen.getByRole('treeitem', { name: /^Whole team/ }).getAttribute('aria-selected')).toBe('true');
});

test('R1.1 a team with nobody whose items may be seen has no second pane', async () => {
  const { user } = await setUp([]);
  await user.click(screen.getByRole('treeitem', { name: /^Field support/ }));
  expect(pane()).toBeNull();
});
