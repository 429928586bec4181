import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';

const created = vi.hoisted(() => ({ windows: [] as Record<string, unknown>[] }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class BrowserWindow extends Emitter {
    readonly webContents = new Emitter();
    readonly show = vi.fn();
    readonly maximize = vi.fn();
    readonly setBackgroundColor = vi.fn();
    readonly loadURL = vi.fn();
    readonly getNormalBounds = () => ({ x: 1, y: 2, width: 1300, height: 820 });
    readonly isMaximized = () => true;
    constructor(options: Record<string, unknown>) {
      super();
      created.windows.push(options);
    }
  }
  return { BrowserWindow, nativeTheme: Object.assign(new Emitter(), { shouldUseDarkColors: true }) };
});

const { createMainWindow, loadPage } = await import('./main-window.ts');

function aWindow(isMaximized = false) {
  const onPlaceKept = vi.fn();
  const window = createMainWindow({
    title: 'Jump Console',
    place: { bounds: { width: 1280, height: 800 }, isMaximized },
    preloadFolder: '/out/preload',
    onPlaceKept,
  });
  return { window, onPlaceKept, options: created.windows.at(-1) };
}

test('the page runs in a sandbox, isolated, without Node and without webviews', () => {
  expect(aWindow().options).toMatchObject({
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    },
  });
});

test("the window is shown when it has been painted, on the theme's own background", () => {
  const { window, options } = aWindow();
  expect(options).toMatchObject({ show: false, width: 1280, height: 800, backgroundColor: '#15181d' });
  expect(window.show).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  expect(window.show).toHaveBeenCalledOnce();
});

test('a window that was maximized is so again, and its place is kept when it closes', () => {
  const { window, onPlaceKept } = aWindow(true);
  window.emit('ready-to-show');
  expect(window.maximize).toHaveBeenCalledOnce();
  window.emit('close');
  expect(onPlaceKept).toHaveBeenCalledWith({ x: 1, y: 2, width: 1300, height: 820 }, true);
});

test("the page is the console's own", async () => {
  const { window } = aWindow();
  expect(window).toBeInstanceOf(EventEmitter);
  await loadPage(window);
  expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('app://console/index.html');
});
