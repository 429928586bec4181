import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { JumpInterface } from './jump-interface.tsx';

/** The simulated DOM lays nothing out: in the tests of this file the table is given room to show rows in. */
export function giveTheTableRoom(): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
}

/** The Jump interface of a connected console with these items. */
export async function showJumpInterface(...items: JumpItem[]) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(items);
  render(<JumpInterface isVisible />, { wrapper: fake.Wrapper });
  const listed = () => fake.rows.getList().rows.map(({ id }) => id);
  return { ...fake, listed, user: userEvent.setup() };
}
