import { useEffect } from 'react';
import type { ScreenView } from './screen-view.ts';
import type { Screen } from './vnc-connection.ts';

type Options = {
  view: Pick<ScreenView, 'input' | 'size'>;
  /** It is in front: it takes the keyboard. */
  visible: boolean;
  isConnected: boolean;
};

/** Has a remote screen used and shown as chosen. Whenever it loses the keyboard, no key stays down there. */
export function useScreenView(screen: Screen | undefined, { view, visible, isConnected }: Options): void {
  const { input, size } = view;
  useEffect(() => {
    if (screen === undefined) return;
    // Before: noVNC sends nothing any more once it only shows.
    if (input === 'view-only') screen.releaseKeys();
    screen.viewOnly = input === 'view-only';
    screen.scaleViewport = size === 'fit';
  }, [screen, input, size]);
  useEffect(() => {
    if (visible && isConnected) screen?.focus({ preventScroll: true });
    return () => screen?.releaseKeys();
  }, [screen, visible, isConnected]);
}
