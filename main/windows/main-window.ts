import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { APP_PAGE } from '../security/app-scheme.ts';
import { SMALLEST_SIZE, type WindowPlace } from './window-bounds.ts';

/** The page's own background in both themes, so that nothing flashes before it is painted. */
const BACKGROUND = { light: '#f6f7f9', dark: '#15181d' } as const;

const backgroundNow = () => (nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light);

type Options = {
  title: string;
  place: WindowPlace;
  /** The folder of the built preload. */
  preloadFolder: string;
  onPlaceKept: (bounds: Electron.Rectangle, isMaximized: boolean) => void;
};

/** The console's window: shown when its page has been painted for the first time. */
export function createMainWindow({ title, place, preloadFolder, onPlaceKept }: Options): BrowserWindow {
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    title,
    show: false,
    backgroundColor: backgroundNow(),
    webPreferences: {
      preload: join(preloadFolder, 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  const repaint = () => window.setBackgroundColor(backgroundNow());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  window.once('ready-to-show', () => {
    if (place.isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => onPlaceKept(window.getNormalBounds(), window.isMaximized()));
  window.webContents.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(APP_PAGE);
}
