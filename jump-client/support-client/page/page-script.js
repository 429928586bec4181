// The customer's page: shows what the program says, and asks it to end the session. Everything is text, nothing is markup.
const element = (id) => document.getElementById(id);
const end = element('end');
const events = new EventSource('events');

function show(state, title) {
  document.body.dataset.state = state;
  element('title').textContent = title;
  document.title = title;
}

function finish(sentence) {
  events.close();
  show('ended', sentence);
}

events.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.state === 'ended') return finish(`${message.sentence} You can close this page.`);
  if (message.state !== 'in-session') return;
  element('site').textContent = message.siteName;
  const names = message.representatives.map((name) => {
    const item = document.createElement('li');
    item.textContent = name;
    return item;
  });
  element('representatives').replaceChildren(...names);
  if (message.isConnected) show('in-session', 'You are in a support session');
  else show('away', 'The connection is lost. Connecting again…');
};

events.onerror = () => {
  if (document.body.dataset.state !== 'ended') finish('The support client on this computer has ended.');
};

end.addEventListener('click', async () => {
  if (end.getAttribute('aria-disabled') === 'true') return;
  end.setAttribute('aria-disabled', 'true');
  end.textContent = 'Ending…';
  try {
    const answer = await fetch('end', { method: 'POST' });
    if (!answer.ok) throw new Error(String(answer.status));
  } catch {
    if (document.body.dataset.state === 'ended') return;
    element('trouble').textContent =
      'The session could not be ended from here. Close the support client’s terminal.';
    end.removeAttribute('aria-disabled');
    end.textContent = 'End session';
  }
});
