/** The fields of the dialogs that make and change Jump Items (R1.4, R1.10, R2.2–R2.5). ICU messages. */
export const jumpItemFieldTexts = {
  'field.name': 'Name',
  'field.jump-group': 'Jump Group',
  'field.tag': 'Tag',
  'field.comments': 'Comments',
  'field.hostname': 'Hostname/IP',
  'field.port': 'Port',
  'field.counter': '{count, number} / {max, number}',
  'field.choose-group': 'Choose a Jump Group',
  'field.no-tag': 'No tag',
  'field.clear-tag': 'Clear the tag',
  'field.show-tags': 'Show the tags of the Jump Group',
  'field.usual-port': '{port} unless another is given',

  'field.refused.empty': 'Write something that can be seen.',
  'field.refused.too-long': 'At most {max, number} characters; these are {count, number}.',
  'field.refused.lone-surrogate': 'It holds half a character. Write it again.',
  'field.refused.control-character': 'It holds a control character, which cannot be shown.',
  'field.refused.hostname': 'A host name or an IP address alone: no port, no spaces, no signs.',
  'field.refused.hostname-too-long': 'At most 256 characters.',
  'field.refused.port': 'A whole number from 1 to 65535.',

  'field.too-much':
    'Nothing was put in: the text has {count, number} characters, far more than fit here. It still is where you took it from.',

  'jump-group.cannot-receive': 'Missing right: {right}.',
  'jump-group.cannot-leave': 'They cannot leave {group}. Missing right: {right}.',
} as const;
