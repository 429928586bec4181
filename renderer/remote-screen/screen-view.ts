/** How a remote screen is used and shown. */
export type ScreenView = {
  readonly input: 'control' | 'view-only';
  readonly size: 'fit' | 'actual';
  readonly isClipboardShown: boolean;
};
