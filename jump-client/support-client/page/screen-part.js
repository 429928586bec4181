// Who sees the screen or uses it, and how to stop that.
import { element, post } from './page-elements.js';

const button = element('screen-stop');
let isAllowed = true;

export function showScreen(screen) {
  isAllowed = screen.isAllowed;
  element('screen').hidden = isAllowed && screen.shares.length === 0;
  element('screen-said').textContent = describe(screen);
  button.textContent = isAllowed ? 'Stop sharing' : 'Allow it again';
}

function describe({ shares }) {
  if (!isAllowed) return 'You have stopped Screen Sharing. Nobody sees your screen.';
  const using = namesOf(shares, 'control');
  const seeing = namesOf(shares, 'view-only');
  const sentences = [];
  if (using.length > 0)
    sentences.push(
      `${using.join(', ')} ${using.length > 1 ? 'use' : 'uses'} your screen, mouse and keyboard.`,
    );
  if (seeing.length > 0)
    sentences.push(`${seeing.join(', ')} ${seeing.length > 1 ? 'see' : 'sees'} your screen.`);
  return sentences.join(' ');
}

/** Each isolated: a name must not turn the sentence around. */
function namesOf(shares, input) {
  return shares
    .filter((share) => share.input === input)
    .map(({ representativeName }) => `\u2068${representativeName}\u2069`);
}

button.addEventListener('click', () => post('screen', { allowed: !isAllowed }));
