import { useCallback, useEffect } from 'react';
import { useConsole } from '../store/console-context.tsx';

/**
 * @param visible the remote screen is in front
 * @returns what asks for the whole screen, or gives it back; a remote screen that goes away gives it back, too
 */
export function useFullScreen(visible: boolean): (isFullScreen: boolean) => void {
  const { api, store } = useConsole();
  const set = useCallback(
    (isFullScreen: boolean) => {
      api.setFullScreen({ isFullScreen }).catch(() => store.getState().showBug());
    },
    [api, store],
  );
  useEffect(() => {
    if (!visible) return;
    return () => {
      if (store.getState().isFullScreen) set(false);
    };
  }, [visible, store, set]);
  return set;
}
