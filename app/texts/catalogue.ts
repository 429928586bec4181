import { actionTexts } from './en/actions.ts';
import { applicationWindowTexts } from './en/application-window.ts';
import { chatTexts } from './en/chat.ts';
import { consoleTexts } from './en/console.ts';
import { createShortcutTexts } from './en/create-shortcut.ts';
import { fileTransferTexts } from './en/file-transfer.ts';
import { guideErrorTexts, ownErrorTexts } from './en/jump-errors.ts';
import { jumpInterfaceTexts } from './en/jump-interface.ts';
import { jumpItemChangeTexts } from './en/jump-item-change.ts';
import { jumpItemFieldTexts } from './en/jump-item-fields.ts';
import { jumpItemFileTexts } from './en/jump-item-files.ts';
import { pinAsJumpClientTexts } from './en/pin-as-jump-client.ts';
import { propertiesTexts } from './en/properties.ts';
import { screenSharingTexts } from './en/screen-sharing.ts';
import { sessionSummaryTexts } from './en/session-summary.ts';
import { supportSessionTexts } from './en/support-session.ts';
import { vncScreenTexts } from './en/vnc-screen.ts';

type Prefixed<T> = { readonly [K in keyof T as `jump-error.${K & string}`]: T[K] };

function jumpErrorTexts<T extends Record<string, string>>(texts: T): Prefixed<T> {
  return Object.fromEntries(
    Object.entries(texts).map(([code, text]) => [`jump-error.${code}`, text]),
  ) as Prefixed<T>;
}

/** Every text that people see, in English. A further language is another catalogue with these keys. */
export const englishCatalogue = {
  ...jumpErrorTexts(guideErrorTexts),
  ...jumpErrorTexts(ownErrorTexts),
  ...actionTexts,
  ...applicationWindowTexts,
  ...chatTexts,
  ...consoleTexts,
  ...fileTransferTexts,
  ...createShortcutTexts,
  ...jumpInterfaceTexts,
  ...jumpItemFileTexts,
  ...jumpItemFieldTexts,
  ...jumpItemChangeTexts,
  ...pinAsJumpClientTexts,
  ...propertiesTexts,
  ...screenSharingTexts,
  ...sessionSummaryTexts,
  ...supportSessionTexts,
  ...vncScreenTexts,
};
export type TextKey = keyof typeof englishCatalogue;
export type Catalogue = Readonly<Record<TextKey, string>>;
