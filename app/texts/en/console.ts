/** The window around it: sign-in, the connection, notices, settings. ICU messages. */
export const consoleTexts = {
  'console.title': 'Jump Console',
  'console.tabs': 'Tabs',
  'console.footer': 'Counts',

  'tab.close': 'End the session with {name}',
  'tab.ending': 'Ending…',
  'tab.name': 'Name of the tab',
  'tab.menu': 'Tab of {name}',
  'tab.named': '{name} ({item})',
  'tab.moved': '{name} is tab {place, number} of {count, number} now.',

  'connection.label': 'Connection',
  'connection.connected': '{host} · live',
  'connection.connecting': 'Connecting to {host}…',
  'connection.reconnecting': 'Reconnecting…',
  'connection.next-attempt': 'next attempt in {seconds, number} s',
  'connection.stale': '{host} · silent',
  'connection.starting': 'Starting the appliance…',
  'connection.failed': 'No appliance',
  'connection.signed-out': 'Signed out',
  'connection.try-now': 'Try now',
  'connection.banner.reconnecting': 'Reconnecting… the list shows what was known at {time}.',
  'connection.banner.stale':
    'Nothing was heard from the appliance since {time}. The list may be out of date.',
  'connection.banner.connecting': 'Connecting… the list shows what was known before.',
  'connection.banner.failed': 'The appliance has ended. The list shows what was known.',

  'sign-in.title': 'Sign in',
  'sign-in.text': 'Connect this console to the appliance that holds your Jump Items.',
  'sign-in.address': 'Address of the appliance',
  'sign-in.address-hint': 'https://support.example.com',
  'sign-in.token': 'Access token',
  'sign-in.submit': 'Sign in',
  'sign-in.busy': 'Signing in…',
  'sign-in.address-missing': 'Enter the address of the appliance.',
  'sign-in.token-missing': 'Enter your access token.',
  'sign-in.token-too-long': 'This is too long for an access token.',
  'sign-in.address-malformed': 'An address looks like https://support.example.com.',
  'starting.title': 'Starting the appliance…',
  'starting.text': 'This takes a few seconds.',
  'failed.title': 'The appliance could not be started',
  'failed.text': 'Close the console and start it again. If this comes back, report what stands below.',

  'settings.label': 'Settings',
  'settings.theme': 'Theme',
  'settings.theme-system': 'As the system',
  'settings.theme-light': 'Light',
  'settings.theme-dark': 'Dark',
  'settings.sign-out': 'Sign out',
  'settings.signed-in-as': 'Signed in as {name}',

  'messages.label': 'Messages',
  'messages.dismiss': 'Dismiss',
  'messages.bug.title': 'Something went wrong',
  'messages.bug.text':
    'The console did something that it should not. Nothing you did is to blame; what is shown may be incomplete.',
  'notice.preferences-set-aside':
    'Your settings could not be read. The console started with fresh ones and kept the old file at {path}.',
  'notice.secrets-not-kept':
    'This computer offers no safe place for your access token. It stays in memory, and you sign in again after the next start.',
  'notice.window-restarted': 'The window had a fault and was opened again. Your support sessions went on.',
  'notice.malformed-message':
    'The appliance sent something that the console could not read. It was left out.',
  'notice.command-unfinished':
    '{deed, select, edited {The change of {count, plural, one {# Jump Item} other {# Jump Items}}} removed {The removal of {count, plural, one {# Jump Item} other {# Jump Items}}} imported {The import of {count, plural, one {# line} other {# lines}}} created {The new shortcut} undone {What was to be undone} jumped {The jump} invited {The invitation} pinned {The pin} other {The end of a support session}} that was under way: {reason}',

  'notice.command-done-late':
    'The appliance answered late: {done, plural, one {# Jump Item was} other {# Jump Items were}} changed as you had asked{refusedCount, plural, =0 {} other {, # left as they were}}.',

  'right.jump-to-jump-items': 'Jump to Jump Items',
  'right.create-jump-items': 'Create Jump Items',
  'right.edit-jump-items': 'Edit Jump Items',
  'right.remove-jump-items': 'Remove Jump Items',
  'right.move-jump-items-of-others': 'Move Jump Items into and out of other users’ Jump Groups',
  'right.view-personal-groups-of-team-members': 'View personal Jump Groups of team members',
  'right.view-personal-groups-of-others': 'View personal Jump Groups of others',
  'leave.close.title': 'Close Jump Console?',
  'leave.close.do': 'Close',
  'leave.sign-out.title': 'Sign out?',
  'leave.sign-out.do': 'Sign out',
  'leave.stay': 'Cancel',
  'leave.sessions': 'Support sessions',
  'leave.sentence':
    '{count, plural, one {A support session is} other {# support sessions are}} open. {count, plural, one {It lives} other {They live}} on for two minutes: sign in again within them, and you go on where you were.',
} as const;
