/** What changes Jump Items, and the way back. ICU messages. */
export const jumpItemChangeTexts = {
  'change.done.edited': 'Changed.',
  'change.done.moved': 'Moved.',
  'change.done.removed': 'Removed.',
  'change.done.created': 'Created.',
  'change.done.imported': 'Imported.',
  'change.done.undone': 'As before again.',

  'change.summary.edited': '{done, number} of {total, number} Jump Items changed',
  'change.summary.moved': '{done, number} of {total, number} Jump Items moved',
  'change.summary.removed': '{done, number} of {total, number} Jump Items removed',
  'change.summary.created': '{done, number} of {total, number} Jump Items created',
  'change.summary.imported': '{done, number} of {total, number} Jump Items imported',
  'change.summary.undone': '{done, number} of {total, number} Jump Items are as before again',
  'change.unnamed': 'A Jump Item',
  'change.summary.more': '{count, plural, one {and # more} other {and # more}}',

  'action.undo': 'Undo',
  'undo.seconds-left': '{seconds, number} s',
  'undo.name.edited': 'Change of {what}',
  'undo.name.moved': 'Move of {what}',
  'undo.name.removed': 'Removal of {what}',
  'undo.name.created': 'Creation of {what}',
  'undo.name.imported': 'Import of {what}',
} as const;
