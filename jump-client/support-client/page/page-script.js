// The customer's page: each part shows its own of what the program says. Everything is text, nothing is markup.
import { showChat } from './chat-part.js';
import { showRequest } from './request-part.js';
import { showScreen } from './screen-part.js';
import { showSession } from './session-part.js';

/** By their names in what the program says. A part is told only what has changed for it. */
const parts = { session: showSession, request: showRequest, screen: showScreen, chat: showChat };
const shown = {};
const events = new EventSource('events');

function show(view) {
  for (const [name, showPart] of Object.entries(parts)) {
    const text = JSON.stringify(view[name]);
    if (text !== shown[name]) showPart(view[name]);
    shown[name] = text;
  }
  if (view.session.state === 'ended') events.close();
}

let latest = {};
events.onmessage = ({ data }) => {
  latest = JSON.parse(data);
  show(latest);
};

events.onerror = () => {
  show({
    ...latest,
    request: null,
    screen: { shares: [], isAllowed: true },
    session: { state: 'ended', sentence: 'The support client on this computer has ended.' },
  });
};
