import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './splitter.module.css';

type Props = {
  label: string;
  /** Which pane it resizes: the one at its left or at its right. */
  side: 'left' | 'right';
  width: number;
  min: number;
  max: number;
  /** While it moves: cheap, not kept. */
  onMove: (width: number) => void;
  /** Once it rests. */
  onRest: (width: number) => void;
};

const KEYBOARD_STEP = 16;

/** The line between two panes: drags with the pointer, moves with the arrow keys. */
export function Splitter({ label, side, width, min, max, onMove, onRest }: Props) {
  const clamp = (next: number) => Math.round(Math.min(max, Math.max(min, next)));
  const towardsRight = side === 'left' ? 1 : -1;

  const onPointerDown = (down: PointerEvent<HTMLHRElement>) => {
    const handle = down.currentTarget;
    const widthAt = (x: number) => clamp(width + (x - down.clientX) * towardsRight);
    const move = (event: globalThis.PointerEvent) => onMove(widthAt(event.clientX));
    const rest = (event: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', rest);
      onRest(widthAt(event.clientX));
    };
    handle.setPointerCapture(down.pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', rest);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    onRest(clamp(width + direction * towardsRight * KEYBOARD_STEP));
  };

  return (
    <hr
      className={styles.splitter}
      data-side={side}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
