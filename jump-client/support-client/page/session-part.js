// Who is connected, and how to end that.
import { element, post, shownText } from './page-elements.js';

const end = element('end');

export function showSession(session) {
  if (session.state === 'in-session') {
    element('site').textContent = session.siteName;
    element('representatives').replaceChildren(
      ...session.representatives.map((name) => shownText('li', name)),
    );
  }
  const [state, title] = describe(session);
  document.body.dataset.state = state;
  element('title').textContent = title;
  document.title = title;
}

function describe(session) {
  if (session.state === 'joining') return ['joining', 'Joining the support session…'];
  if (session.state === 'ended') return ['ended', `${session.sentence} You can close this page.`];
  if (!session.isConnected) return ['away', 'The connection is lost. Connecting again…'];
  return ['in-session', 'You are in a support session'];
}

end.addEventListener('click', async () => {
  if (end.getAttribute('aria-disabled') === 'true') return;
  end.setAttribute('aria-disabled', 'true');
  end.textContent = 'Ending…';
  if (await post('end')) return;
  if (document.body.dataset.state === 'ended') return;
  element('trouble').textContent =
    'The session could not be ended from here. Close the support client’s terminal.';
  end.removeAttribute('aria-disabled');
  end.textContent = 'End session';
});
