// A simulated device's screen: shows what the program says, and tells it what the owner does. Everything is text.
const element = (id) => document.getElementById(id);
const events = new EventSource('events');
const PINNED = {
  connecting: 'Connecting…',
  connected: 'Connected',
  resting: 'Off: your settings do not allow a connection now',
};

async function act(name, words) {
  element('trouble').textContent = '';
  const answer = await fetch(name, {
    method: 'POST',
    body: words === undefined ? '' : JSON.stringify(words),
  });
  if (!answer.ok) throw new Error(String(answer.status));
}

/** Whatever fails is said on the screen, in the owner's words. */
async function attempt(sentence, name, words) {
  try {
    await act(name, words);
  } catch {
    element('trouble').textContent = sentence;
  }
}

function pinnedText({ device, jumpClient }) {
  if (device.jumpClientApp === null) return 'The app is not installed.';
  if (device.pinnedAt === null) return jumpClient === 'connecting' ? 'Pinning…' : 'Not pinned.';
  const when = new Date(device.pinnedAt).toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `Pinned ${when}. ${PINNED[jumpClient] ?? ''}`;
}

function show({ name, device, jumpClient, supportClient }) {
  document.title = name;
  element('name').textContent = name;
  element('battery').textContent = `${device.batteryPercent} %${device.charging ? ', charging' : ''}`;
  element('network').textContent = device.network === 'wifi' ? 'Wi-Fi' : 'Mobile data';
  element('support-sentence').textContent = supportClient.sentence;
  element('join').hidden = supportClient.page !== null;
  element('session').hidden = supportClient.page === null;
  if (supportClient.page !== null) element('session').href = supportClient.page;
  element('pinned').textContent = pinnedText({ device, jumpClient });
  element('unpin').hidden = device.pinnedAt === null;
  for (const id of ['offOnBattery', 'offOnMobileData']) {
    element(id).checked = device[id];
    element(id).disabled = device.jumpClientApp === null;
  }
  element('charging').checked = device.charging;
  element('wifi').checked = device.network === 'wifi';
  element('jumpClientApp').value = device.jumpClientApp ?? '';
  element('supportClientApp').value = device.supportClientApp;
}

events.onmessage = ({ data }) => show(JSON.parse(data));
events.onerror = () => {
  element('trouble').textContent = 'The device is switched off.';
};

const change = (words) => attempt('The device did not take this.', 'change', words);
for (const id of ['offOnBattery', 'offOnMobileData', 'charging']) {
  element(id).addEventListener('change', ({ target }) => change({ [id]: target.checked }));
}
element('wifi').addEventListener('change', ({ target }) =>
  change({ network: target.checked ? 'wifi' : 'mobile-data' }),
);
element('jumpClientApp').addEventListener('change', ({ target }) =>
  change({ jumpClientApp: target.value === '' ? null : target.value }),
);
element('supportClientApp').addEventListener('change', ({ target }) =>
  change({ supportClientApp: target.value }),
);
element('unpin').addEventListener('click', () => attempt('The device could not be unpinned.', 'unpin'));
element('join').addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt('A session key has seven digits.', 'join', { sessionKey: element('key').value });
});
