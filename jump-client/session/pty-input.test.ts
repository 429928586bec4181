import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createPtyInput } from './pty-input.ts';

test('every byte is taken once and in order, however little a terminal takes at a time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 })),
      fc.array(fc.nat(7)),
      (all, gulps) => {
        const clock = createManualClock();
        const got: number[] = [];
        let taken = 0;
        let turn = 0;
        const input = createPtyInput({
          clock,
          offer(bytes) {
            const gulp = gulps[turn] ?? bytes.length;
            turn += 1;
            got.push(...bytes.subarray(0, gulp));
            return Math.min(gulp, bytes.length);
          },
          onTaken: (byteCount) => {
            taken += byteCount;
          },
        });
        for (const bytes of all) input.write(bytes);
        while (clock.nextDelay !== null) clock.advance(clock.nextDelay);
        expect(got).toEqual(all.flatMap((bytes) => [...bytes]));
        expect(taken).toBe(got.length);
      },
    ),
  );
});

test('a terminal that takes nothing is asked ever less often, and no more once it is closed', () => {
  const clock = createManualClock();
  const offer = vi.fn(() => 0);
  const input = createPtyInput({ clock, offer, onTaken: vi.fn() });
  input.write(new Uint8Array(3));
  input.write(new Uint8Array(3));
  for (let count = 0; count < 20; count += 1) clock.advance(clock.nextDelay ?? 0);
  expect(clock.nextDelay).toBe(64);
  expect(offer).toHaveBeenCalledTimes(21);
  input.close();
  expect(clock.nextDelay).toBeNull();
});
