import type { App, Session, WebContents } from 'electron';
import type { Log } from '../logging/log.ts';
import { APP_PAGE } from './app-scheme.ts';

/** Refuses, for every page of this process, to go elsewhere, to open windows, or to hold other pages. */
export function lockDownPages(app: Pick<App, 'on'>, log: Log): void {
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents, log));
}

function lockDownPage(contents: WebContents, log: Log): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && event.url === APP_PAGE) return; // the page loads itself again
    event.preventDefault();
    log.warn({ url: event.url }, 'a navigation was refused');
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.warn({ url }, 'a new window was refused');
    return { action: 'deny' };
  });
}

/** Grants no permission and no device, and downloads nothing. */
export function lockDownSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    log.warn({ permission }, 'a permission was refused');
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
