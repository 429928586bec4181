/** *Pin as Jump Client* (R2). ICU messages; those of the specification stand letter for letter. */
export const pinAsJumpClientTexts = {
  'action.pin': 'Pin as Jump Client',
  'action.pin-customized': 'Pin as Jump Client, customized…',
  'pin.customize': 'Customize the Jump Client before it is deployed…',

  'pin.sending': 'Asking the appliance…',
  'pin.asking': 'Waiting for the customer…',
  'pin.installing': 'Installing…',
  'pin.percent': '{percent, number} %',
  'pin.asking-by': '{name} waits for the customer…',
  'pin.installing-by': '{name} installs…',
  'pin.asked-by': '{name} asked to pin this computer.',
  'pin.failed': 'The last try: {reason}',
  'pin.failed-by': 'The last try, of {name}: {reason}',
  'pin.pinned': 'Pinned as Jump Client',
  'pin.pinned-as': 'Pinned as {name}.',

  'pin.title': 'Pin as Jump Client',
  'pin.sentence': 'Please use the fields below to customize the Jump Client before it is deployed.',
  'pin.name-of-computer': 'As the computer, unless you write one',
  'pin.choose-group': 'Choose a Jump Group where you may create.',
  'pin.reset': 'Reset',
  'pin.ok': 'OK',
  'pin.cancel': 'Cancel',

  'arrival.pinned': 'This computer is pinned as a Jump Client, and selected in the Jump interface.',
  'notice.pinned-late':
    'The appliance answered late: the computer was pinned as a Jump Client, as you had asked.',
} as const;
