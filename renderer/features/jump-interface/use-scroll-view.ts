import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { drawsSameRows, type ScrollView } from './rows-in-sight.ts';

/**
 * Where a scroller stands, told by its own events: asking the element would make the browser lay out the page in the
 * midst of every change.
 */
export function useScrollView(scroller: RefObject<HTMLElement | null>) {
  const view = useRef<ScrollView>({ top: 0, height: 0 });
  /** For which view the rows are drawn: another one only when other rows are in sight. */
  const [drawn, setDrawn] = useState<ScrollView>({ top: 0, height: 0 });
  const draw = useCallback((next: ScrollView) => {
    view.current = next;
    setDrawn((before) => (drawsSameRows(before, next) ? before : next));
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => draw({ top: element.scrollTop, height: element.clientHeight });
    measure();
    // Within the frame of the scroll event: a frame later the rows would be missing.
    const onScroll = () => flushSync(() => draw({ ...view.current, top: element.scrollTop }));
    element.addEventListener('scroll', onScroll, { passive: true });
    const resizing = new ResizeObserver(measure);
    resizing.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      resizing.disconnect();
    };
  }, [scroller, draw]);

  const moveTo = useCallback(
    (top: number) => {
      if (scroller.current === null || top === view.current.top) return;
      scroller.current.scrollTop = top;
      draw({ ...view.current, top });
    },
    [scroller, draw],
  );
  return { drawn, view, moveTo };
}
