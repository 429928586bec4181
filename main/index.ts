// The process begins here: the window first, and then everything behind it.
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, protocol, screen, session } from 'electron';
import { createTexts } from '#app/texts/texts.ts';
import { systemClock } from './clock.ts';
import { type CommandLine, CommandLineError, readCommandLine } from './command-line.ts';
import { composeConsole } from './compose.ts';
import { createBugReport } from './desktop/bug-report.ts';
import type { Foundations } from './foundations.ts';
import { createLog } from './logging/create-log.ts';
import { APP_SCHEME, createAppScheme } from './security/app-scheme.ts';
import { lockDownPages, lockDownSession } from './security/lock-down.ts';
import { createMainWindow, loadPage } from './windows/main-window.ts';
import { createWindowBounds } from './windows/window-bounds.ts';

const programs = join(import.meta.dirname, '..');

// Chromium cannot have a sandbox as root; enabling it there would end every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);

try {
  const commandLine = readCommandLine(process.argv);
  if (app.requestSingleInstanceLock()) {
    const foundations = layFoundations();
    app
      .whenReady()
      .then(() => run(commandLine, foundations))
      .catch((error: unknown) => {
        foundations.log.error({ err: error }, 'the console could not start');
        dialog.showErrorBox(foundations.texts('window.bug'), String(error));
        app.exit(1);
      });
  } else {
    process.stderr.write('This profile is open in another Jump Console already.\n');
    app.exit(0);
  }
} catch (error) {
  if (!(error instanceof CommandLineError)) throw error;
  process.stderr.write(`${error.message}\n`);
  app.exit(2);
}

function layFoundations(): Foundations {
  const folder = app.getPath('userData');
  const log = createLog({ folder: join(folder, 'logs'), alsoStandardError: !app.isPackaged });
  const texts = createTexts('en');
  const reportBug = createBugReport({
    log,
    texts,
    logPath: join(folder, 'logs'),
    show: (message) => dialog.showMessageBox({ type: 'error', ...message }),
  });
  process.on('uncaughtException', reportBug);
  process.on('unhandledRejection', reportBug);
  lockDownPages(app, log);
  return { programs, folder, log, texts, reportBug };
}

/**
 * Opens the window and lets it load its page; the parts are joined while Chromium starts the page's process. That is one
 * turn of the event loop: no file of the page is served before, so that what it asks of main finds the door open.
 */
function run(commandLine: CommandLine, foundations: Foundations): void {
  protocol.handle(APP_SCHEME.scheme, createAppScheme(join(programs, 'renderer')));
  lockDownSession(session.defaultSession, foundations.log);
  const window = openWindow(foundations);
  loadPage(window).catch(foundations.reportBug);
  composeConsole({ commandLine, foundations, window });
}

function openWindow({ folder, log, texts }: Foundations): BrowserWindow {
  const bounds = createWindowBounds({
    path: join(folder, 'window.json'),
    now: systemClock.now,
    log,
    displays: () => screen.getAllDisplays().map((display) => display.workArea),
  });
  return createMainWindow({
    title: texts('console.title'),
    place: bounds.recall(),
    preloadFolder: join(programs, 'preload'),
    onPlaceKept: bounds.keep,
  });
}
