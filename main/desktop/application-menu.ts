import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from '#app/texts/texts.ts';

type Options = {
  texts: Texts;
  platform: NodeJS.Platform;
  /** Reloading and developer tools are for developers. */
  isDevelopment: boolean;
  /** An entry that is one of the renderer's actions was chosen. */
  onAction: (actionId: string) => void;
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu. What the renderer's table of actions does, it does; the rest is Electron's own. */
export function applicationMenuTemplate(options: Options): MenuItemConstructorOptions[] {
  const { texts, platform } = options;
  const macOnly: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [
    ...macOnly,
    {
      label: texts('menu.console'),
      submenu: [
        action(options, 'sign-out', texts('menu.sign-out')),
        separator,
        { role: 'quit', label: texts('menu.quit') },
      ],
    },
    { label: texts('menu.edit'), submenu: editEntries(options) },
    {
      label: texts('menu.jump-items'),
      submenu: [
        action(options, 'jump', texts('action.jump')),
        action(options, 'end-session', texts('support-session.end'), 'CmdOrCtrl+Shift+W'),
        separator,
        action(options, 'refresh', texts('action.refresh'), 'F5'),
      ],
    },
    { label: texts('menu.view'), submenu: viewEntries(options) },
  ];
}

/**
 * The shortcut is shown, and the page's own keyboard answers it: a terminal that has the focus keeps its keys, and one
 * key press never runs an action twice.
 */
function action(
  { onAction }: Options,
  id: string,
  label: string,
  accelerator?: string,
): MenuItemConstructorOptions {
  return {
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => onAction(id),
  };
}

function editEntries(options: Options): MenuItemConstructorOptions[] {
  const { texts } = options;
  return [
    { role: 'undo', label: texts('menu.undo') },
    { role: 'redo', label: texts('menu.redo') },
    separator,
    { role: 'cut', label: texts('menu.cut') },
    { role: 'copy', label: texts('menu.copy') },
    { role: 'paste', label: texts('menu.paste') },
    { role: 'selectAll', label: texts('menu.select-all') },
    separator,
    action(options, 'find', texts('menu.find'), 'CmdOrCtrl+F'),
  ];
}

function viewEntries(options: Options): MenuItemConstructorOptions[] {
  const { texts, isDevelopment } = options;
  const forDevelopers: MenuItemConstructorOptions[] = [
    separator,
    { role: 'reload', label: texts('menu.reload'), accelerator: 'CmdOrCtrl+Alt+R' },
    { role: 'toggleDevTools', label: texts('menu.developer-tools'), accelerator: 'CmdOrCtrl+Alt+I' },
  ];
  return [
    { role: 'resetZoom', label: texts('menu.actual-size') },
    { role: 'zoomIn', label: texts('menu.zoom-in') },
    { role: 'zoomOut', label: texts('menu.zoom-out') },
    separator,
    {
      label: texts('settings.theme'),
      submenu: (['system', 'light', 'dark'] as const).map((theme) =>
        action(options, `theme-${theme}`, texts(`settings.theme-${theme}`)),
      ),
    },
    { role: 'togglefullscreen', label: texts('menu.full-screen') },
    ...(isDevelopment ? forDevelopers : []),
  ];
}
