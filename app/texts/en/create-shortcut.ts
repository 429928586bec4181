/** Making a Local RDP or Local VNC shortcut (R1.4). ICU messages. */
export const createShortcutTexts = {
  'action.create': 'Create',
  'action.create-local-rdp': 'Create Local RDP Shortcut…',
  'action.create-local-vnc': 'Create Local VNC Shortcut…',
  'action.duplicate': 'Duplicate…',
  'create.entry.create-local-rdp': 'Local RDP Shortcut…',
  'create.entry.create-local-vnc': 'Local VNC Shortcut…',
  'create.about': 'Create',
  'create.title.local-rdp': 'Create Local RDP Shortcut',
  'create.title.local-vnc': 'Create Local VNC Shortcut',
  'create.sentence':
    'A shortcut leads from this computer straight to another one. No password is kept in it: it is asked for at each Jump.',
  'create.method': 'Jump Method',
  'create.name-as-host': 'As the host: {host}',
  'create.name-as-any-host': 'As the host, unless you write one',
  'create.submit': 'Create',
  'create.busy': 'Creating…',
  'create.cancel': 'Cancel',
  'create.choose-group': 'Choose a Jump Group where you may create.',
} as const;
