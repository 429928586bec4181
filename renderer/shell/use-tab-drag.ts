import { type PointerEvent, useState } from 'react';
import { placeTab } from '../actions/tab-actions.ts';
import { useConsole } from '../store/console-context.tsx';
import type { TabId } from '../store/tabs-slice.ts';

/** So far the pointer may slip on a click. */
const SLIP = 5;
/** Near an end of the strip the tabs behind it come into sight. */
const EDGE = 32;

/** The tab that is dragged, and before which one it would come; null: behind the last. */
export type TabDrag = { readonly id: TabId; readonly before: TabId | null };

/** A tab is dragged to another place, by the pointer's events as everywhere; Escape leaves it where it was. */
export function useTabDrag() {
  const console = useConsole();
  const [drag, setDrag] = useState<TabDrag | null>(null);

  const onPointerDown = (id: TabId, down: PointerEvent<HTMLElement>) => {
    const isOnTab = down.target instanceof Element && down.target.closest('[role=tab]') !== null;
    const strip = down.currentTarget.parentElement;
    if (down.button !== 0 || !isOnTab || strip === null) return;
    const listening = new AbortController();
    const { signal } = listening;
    let latest: TabDrag | null = null;
    const end = () => {
      listening.abort();
      setDrag(null);
    };
    const move = ({ clientX }: { clientX: number }) => {
      if (latest === null && Math.abs(clientX - down.clientX) < SLIP) return;
      scrollNearEnd(strip, clientX);
      const before = tabBehind(strip, clientX);
      if (latest?.before === before) return;
      latest = { id, before };
      setDrag(latest);
    };
    const drop = () => {
      end();
      if (latest !== null) placeTab(console, latest.id, latest.before);
    };
    const cancelByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || latest === null) return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', drop, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('blur', end, { signal });
    window.addEventListener('keydown', cancelByKey, { signal, capture: true });
  };
  return { drag, onPointerDown };
}

function scrollNearEnd(strip: HTMLElement, x: number): void {
  const { left, right } = strip.getBoundingClientRect();
  if (x < left + EDGE) strip.scrollBy({ left: -EDGE });
  if (x > right - EDGE) strip.scrollBy({ left: EDGE });
}

/** The first tab whose middle is right of the pointer. */
function tabBehind(strip: HTMLElement, x: number): TabId | null {
  for (const tab of strip.querySelectorAll<HTMLElement>('[data-tab-id]')) {
    const { left, width } = tab.getBoundingClientRect();
    if (x < left + width / 2) return (tab.dataset.tabId ?? null) as TabId | null;
  }
  return null;
}
