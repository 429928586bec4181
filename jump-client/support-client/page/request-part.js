// Whether a Jump Client may be installed here: the question, how far that is, and what came of it.
import { element, post } from './page-elements.js';

const PEOPLE = 'Representatives can then connect to this computer when you are not in a session with them';
const MEANING = {
  user: `A program is put into a folder of your account. ${PEOPLE}, while you are logged in.`,
  service: `A program is installed for this computer, with an account of its own. ${PEOPLE}, whoever is logged in.`,
  device:
    'The Jump Client app connects this device. Representatives can then connect to it when you are not in a session with them.',
};
const TAKE_AWAY = 'You can take it away whenever you like.';
const REASONS = {
  full: 'The disk of this computer is full.',
  unwritable: 'The folder for it cannot be written to.',
  unstarted: 'The program did not start.',
};

let asked = null;
let stopCounting = () => {};

export function showRequest(request) {
  stopCounting();
  asked = request?.state === 'asking' ? request : null;
  element('request').hidden = request === null;
  element('request').dataset.state = request?.state ?? '';
  element('answers').hidden = asked === null;
  element('request-progress').hidden = request?.state !== 'installing';
  element('request-trouble').textContent = '';
  if (request === null) return say('');
  const [title, meaning] = describe(request);
  element('request-title').textContent = title;
  element('request-meaning').replaceChildren(...meaning);
  if (request.state === 'installing') element('request-progress').value = request.percent;
  if (asked !== null) countDown(asked.until);
  say(title);
}

/** Read out once, and not again with every percent. A page in the background says in its tab that it is asked. */
function say(title) {
  if (element('request-said').textContent !== title) element('request-said').textContent = title;
  document.title = asked === null ? element('title').textContent : title;
}

function describe(request) {
  switch (request.state) {
    case 'asking':
      return [
        `${request.representative} asks to install a Jump Client`,
        [`${MEANING[request.place]} ${TAKE_AWAY}`],
      ];
    case 'installing':
      return ['Installing the Jump Client…', ['Ending the session stops it and takes away what is there.']];
    case 'pinned': {
      if (request.uninstall === null) {
        return ['This device is pinned', ['Unpin it in the Jump Client app.']];
      }
      const command = document.createElement('code');
      command.textContent = request.uninstall;
      return ['A Jump Client was installed', ['To take it away, type in a terminal: ', command]];
    }
    default:
      return [
        'The Jump Client was not installed',
        [`${REASONS[request.reason] ?? ''} Nothing of it is left on this computer.`.trim()],
      ];
  }
}

function countDown(until) {
  const showLeft = () => {
    const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    element('time-left').textContent = `${text} left to answer`;
  };
  showLeft();
  const timer = setInterval(showLeft, 250);
  stopCounting = () => clearInterval(timer);
}

async function answer(allowed) {
  if (asked === null) return;
  const { pinId } = asked;
  const isBehindButton = element('answers').contains(document.activeElement);
  const understood = await post('answer', { pinId, allowed });
  if (!understood && asked?.pinId === pinId) {
    element('request-trouble').textContent = 'Your answer could not be passed on. Try again.';
  } else if (isBehindButton) {
    element(element('request').hidden ? 'title' : 'request-title').focus(); // the buttons are gone
  }
}

element('allow').addEventListener('click', () => answer(true));
element('refuse').addEventListener('click', () => answer(false));
