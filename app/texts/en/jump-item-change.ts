/** What changes Jump Items, and the way back. ICU messages. */
export const jumpItemChangeTexts = {
  'change.done.edited': 'Changed.',
  'change.done.moved': 'Moved.',
  'change.done.removed': 'Removed.',
  'change.done.created': 'Created.',
  'change.done.imported': 'Imported.',
  'change.done.undone': 'Undone.',

  'change.summary.edited': '{done, number} of {total, number} Jump Items changed',
  'change.summary.moved': '{done, number} of {total, number} Jump Items moved',
  'change.summary.removed': '{done, number} of {total, number} Jump Items removed',
  'change.summary.created': '{done, number} of {total, number} Jump Items created',
  'change.summary.imported': '{done, number} of {total, number} Jump Items imported',
  'change.summary.undone': 'Undone for {done, number} of {total, number} Jump Items',
  'change.unnamed': 'A Jump Item',
  'change.summary.more': '{count, plural, one {and # more} other {and # more}}',

  'action.remove': 'Remove',
  'action.undo': 'Undo',
  'remove.title': 'Remove {name}?',
  'remove.title-several': 'Remove {count, number} Jump Items?',
  'remove.more': 'and {count, number} more',
  'remove.one.uninstalls': 'Its Jump Client is told to uninstall itself from the computer.',
  'remove.one.uninstalls-later':
    'It is offline: its Jump Client is told to uninstall itself when it comes back.',
  'remove.one.leaves': 'It leaves the list. There is nothing to uninstall.',
  'remove.one.session': 'The support session on it will end:',
  'remove.some.uninstall':
    '{count, plural, one {# Jump Client is told to uninstall itself from its computer.} other {# Jump Clients are told to uninstall themselves from their computers.}}',
  'remove.some.uninstall-later':
    '{count, plural, one {# is offline: its Jump Client is told to uninstall itself when it comes back.} other {# are offline: their Jump Clients are told to uninstall themselves when they come back.}}',
  'remove.some.leave':
    '{count, plural, one {# just leaves the list: there is nothing to uninstall.} other {# just leave the list: there is nothing to uninstall.}}',
  'remove.some.sessions':
    '{count, plural, one {The support session on # of them will end:} other {The support sessions on # of them will end:}}',
  'remove.undo': 'You can undo this for ten seconds.',
  'remove.submit': 'Remove',
  'remove.busy': 'Removing…',
  'remove.cancel': 'Cancel',
  'remove.close': 'Close',

  'drag.nowhere': 'Drop on a Jump Group or a tag',
  'drag.to-group': '{count, plural, one {Move to {group}} other {Move # to {group}}}',
  'drag.to-tag': '{count, plural, one {Move to {tag} in {group}} other {Move # to {tag} in {group}}}',
  'drag.already-there': 'Already there',

  'undo.seconds-left': '{seconds, number} s',
  'undo.name.edited': 'Change of {what}',
  'undo.name.moved': 'Move of {what}',
  'undo.name.removed': 'Removal of {what}',
  'undo.name.created': 'Creation of {what}',
  'undo.name.imported': 'Import of {what}',
} as const;
