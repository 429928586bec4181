/** *Properties* (R1.10). ICU messages; those of the specification stand letter for letter. */
export const propertiesTexts = {
  'action.properties': 'Properties…',

  'properties.title.jump-client': 'Edit Jump Client',
  'properties.title.local-rdp': 'Edit Local RDP Shortcut',
  'properties.title.local-vnc': 'Edit Local VNC Shortcut',
  'properties.title.mixed': 'Edit Jump Items',
  'properties.sentence.jump-client': 'Please use the fields below to modify the existing Jump Client.',
  'properties.sentence.local-rdp': 'Please use the fields below to modify the existing Local RDP shortcut.',
  'properties.sentence.local-vnc': 'Please use the fields below to modify the existing Local VNC shortcut.',
  'properties.sentence.mixed': 'Please use the fields below to modify the existing Jump Items.',
  'properties.reset': 'Reset',
  'properties.ok': 'OK',
  'properties.cancel': 'Cancel',
  'properties.sending': 'Sending…',
  'properties.sending-later': 'The connection is lost. It is sent as soon as it is back; you may close this.',

  'properties.about': '{count, plural, one {# Jump Item} other {# Jump Items}}:',
  'properties.about-more': 'and {count, number} more',
  'properties.stays': 'What you leave alone stays as it is on each.',

  'properties.mixed.name': 'Mixed values: {count, plural, one {# name} other {# names}}',
  'properties.mixed.jumpGroupId': 'Mixed values: {count, plural, one {# Jump Group} other {# Jump Groups}}',
  'properties.mixed.tag':
    'Mixed values: {count, plural, one {# tag} other {# tags}}{none, select, yes {, some without} other {}}',
  'properties.mixed.comments':
    'Mixed values: {count, plural, one {# comment} other {# comments}}{none, select, yes {, some without} other {}}',
  'properties.mixed.hostname': 'Mixed values: {count, plural, one {# address} other {# addresses}}',
  'properties.mixed.port':
    'Mixed values: {count, plural, one {# port} other {# ports}}{none, select, yes {, some usual} other {}}',
  'properties.clear-all': 'Clear on all {count, number}',
  'properties.will-be-set': '{count, plural, one {Set on it.} other {Set on all {count, number}.}}',
  'properties.will-be-cleared': 'Cleared on all {count, number}.',
  'properties.clear-all-of': 'Clear on all {count, number}: {field}',
  'properties.leave': 'Leave as it is',
  'properties.leave-of': 'Leave as it is: {field}',

  'properties.theirs': 'Changed meanwhile to',
  'properties.theirs-none': 'Emptied meanwhile.',
  'properties.use-theirs': 'Use theirs',
  'properties.keep-mine': 'Keep mine',
  'properties.use-theirs-of': 'Use theirs: {field}',
  'properties.keep-mine-of': 'Keep mine: {field}',

  'properties.changed':
    '{count, plural, one {# of these was changed by somebody else meanwhile:} other {# of these were changed by somebody else meanwhile:}}',
  'properties.include-changed': '{count, plural, one {Apply to it as well} other {Apply to these as well}}',
  'properties.leave-out': '{count, plural, one {Leave it} other {Leave these}}',
  'properties.left-out': '{count, plural, one {# is} other {# are}} left as somebody else changed them.',
  'properties.more': 'and {count, number} more',

  'properties.gone':
    '{count, plural, one {# of these does not exist any more:} other {# of these do not exist any more:}}',
  'properties.connected-again': 'The appliance can be reached again. Nothing was sent yet.',
  'properties.not-sent': 'Nothing was sent: look at what is marked above.',
  'properties.done-before':
    '{count, plural, one {# Jump Item was changed.} other {# Jump Items were changed.}}',

  'properties.preview':
    'This will change {count, number} of {total, number} Jump Items. Nothing was sent yet.',
  'properties.items-count': '{count, number}',
  'properties.preview-count': '{count, plural, one {on # item} other {on # items}}',
  'properties.preview-rest': '{values, plural, one {# other value} other {# other values}}',
  'properties.none': 'none',
  'properties.usual-port': 'the usual one',
  'properties.back': 'Back',
  'properties.apply': 'Apply',
} as const;
