import { useEffect, useRef, useState } from 'react';

/** So long stays what was shown while nothing but the value changes. */
const SHOWN_MS = 250;

/**
 * What is costly to show and changes many times a second, shown four times a second at most; its last value always.
 * @param question another one is answered at once
 */
export function useUnhurried<T>(value: T, question: unknown): T {
  const [shown, setShown] = useState({ value, question });
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isAnother = shown.question !== question;
  if (isAnother) setShown({ value, question });
  useEffect(() => {
    latest.current = value;
    if (value === shown.value) return;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setShown((before) => ({ ...before, value: latest.current }));
    }, SHOWN_MS);
  }, [value, shown]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return isAnother ? value : shown.value;
}
