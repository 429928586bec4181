import type { MenuItemConstructorOptions } from 'electron';
import { ACTION_ENTRIES, type ActionEntry, type ActionId } from '#app/contracts/actions.ts';
import type { TextKey } from '#app/texts/catalogue.ts';
import type { Texts } from '#app/texts/texts.ts';

type Options = {
  texts: Texts;
  platform: NodeJS.Platform;
  /** Reloading and developer tools are for developers. */
  isDevelopment: boolean;
  /** What *Undo* would take back; null: nothing. */
  undoName: string | null;
  /** An entry that is one of the renderer's actions was chosen. */
  onAction: (actionId: ActionId) => void;
  /** Ends the console as closing its window does. */
  onQuit: () => void;
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu. What the renderer's table of actions does, it does; the rest is Electron's own. */
export function applicationMenuTemplate(options: Options): MenuItemConstructorOptions[] {
  const { texts, platform } = options;
  const action = actionEntries(options);
  const macOnly: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [
    ...macOnly,
    {
      label: texts('menu.console'),
      submenu: [
        action('session-key'),
        separator,
        action('sign-out', 'menu.sign-out'),
        separator,
        quitEntry(options),
      ],
    },
    { label: texts('menu.edit'), submenu: editEntries(options) },
    {
      label: texts('menu.jump-items'),
      submenu: [
        action('jump'),
        action('jump-when-online'),
        action('stop-waiting'),
        separator,
        action('create-local-rdp'),
        action('create-local-vnc'),
        action('duplicate'),
        separator,
        action('properties'),
        action('remove'),
        undoEntry(options),
        separator,
        action('select-all'),
        separator,
        action('export'),
        action('import'),
        separator,
        action('pin'),
        action('pin-customized'),
        action('end-session'),
        separator,
        action('refresh'),
      ],
    },
    { label: texts('menu.view'), submenu: viewEntries(options) },
    { role: 'help', label: texts('menu.help'), submenu: [action('keyboard-shortcuts')] },
  ];
}

function quitEntry({ texts, onQuit }: Options): MenuItemConstructorOptions {
  return { label: texts('menu.quit'), accelerator: 'CmdOrCtrl+Q', click: onQuit };
}

/**
 * The shortcut is shown, and the page's own keyboard answers it: a terminal that has the focus keeps its keys, and one
 * key press never runs an action twice. One that counts in the list alone is not shown here.
 */
function actionEntries({ texts, onAction }: Options) {
  return (id: ActionId, label: TextKey = ACTION_ENTRIES[id].label): MenuItemConstructorOptions => {
    const { shortcuts }: ActionEntry = ACTION_ENTRIES[id];
    const shown = shortcuts.find(({ within }) => within === 'window')?.text.replace('Ctrl', 'CmdOrCtrl');
    return {
      id,
      label: texts(label),
      ...(shown === undefined ? {} : { accelerator: shown, registerAccelerator: false }),
      click: () => onAction(id),
    };
  };
}

/** An ampersand in a menu marks the key of the letter after it: in a name it is itself. */
function undoEntry(options: Options): MenuItemConstructorOptions {
  const { texts, undoName } = options;
  const entry = actionEntries(options)('undo');
  if (undoName === null) return { ...entry, enabled: false };
  return { ...entry, label: texts('menu.undo-named', { name: undoName.replaceAll('&', '&&') }) };
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
    actionEntries(options)('find', 'menu.find'),
  ];
}

function viewEntries(options: Options): MenuItemConstructorOptions[] {
  const { texts, isDevelopment } = options;
  const action = actionEntries(options);
  const forDevelopers: MenuItemConstructorOptions[] = [
    separator,
    { role: 'reload', label: texts('menu.reload'), accelerator: 'CmdOrCtrl+Alt+R' },
    { role: 'toggleDevTools', label: texts('menu.developer-tools'), accelerator: 'CmdOrCtrl+Alt+I' },
  ];
  return [
    action('command-palette'),
    action('next-tab'),
    action('previous-tab'),
    action('move-tab-left'),
    action('move-tab-right'),
    separator,
    { role: 'resetZoom', label: texts('menu.actual-size') },
    { role: 'zoomIn', label: texts('menu.zoom-in') },
    { role: 'zoomOut', label: texts('menu.zoom-out') },
    separator,
    {
      label: texts('settings.theme'),
      submenu: (['system', 'light', 'dark'] as const).map((theme) =>
        action(`theme-${theme}`, `settings.theme-${theme}`),
      ),
    },
    { role: 'togglefullscreen', label: texts('menu.full-screen') },
    ...(isDevelopment ? forDevelopers : []),
  ];
}
