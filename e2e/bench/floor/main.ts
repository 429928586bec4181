// The floor's Electron: a window with a page, and nothing else.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const PAGE = join(import.meta.dirname, '../bench-floor-page/index.html');

function option(name: string): string {
  const prefix = `--${name}=`;
  return process.argv.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? '';
}

/** As large as the console's window, and shown like it: once it has something to show. */
function openWindow(): Promise<void> {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(PAGE, { query: { server: option('server'), slow: option('slow') } });
}

app.on('window-all-closed', () => app.quit());
app.whenReady().then(openWindow);
