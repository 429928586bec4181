import { JumpGroupId, JumpItemId } from './ids.ts';
import type { JumpClient, JumpShortcut } from './jump-item.ts';
import type { SearchWords } from './jump-item-search.ts';

/** A Jump Client for tests, online unless they say otherwise. */
export function aJumpClient(change: Partial<JumpClient> = {}): JumpClient {
  return {
    id: JumpItemId.parse('ji-1'),
    name: 'Reception',
    hostname: 'RECEPTION-01',
    jumpGroupId: JumpGroupId.parse('all-users'),
    tag: null,
    comments: '',
    lastAccessedAt: null,
    propertiesRev: 1,
    method: 'jump-client',
    connection: 'active',
    presence: 'online',
    presenceSince: 0,
    presenceRev: 1,
    inSessionWith: [],
    platform: 'linux',
    mode: 'service',
    version: '1.0.0',
    operatingSystem: 'Debian GNU/Linux 12',
    consoleUser: '',
    domain: '',
    workGroup: '',
    publicIp: '203.0.113.7',
    privateIp: '10.0.0.7',
    bootedAt: null,
    ...change,
  };
}

export function aJumpShortcut(change: Partial<JumpShortcut> = {}): JumpShortcut {
  return {
    id: JumpItemId.parse('ji-2'),
    name: '172.16.0.154',
    hostname: '172.16.0.154',
    jumpGroupId: JumpGroupId.parse('personal-admin'),
    tag: null,
    comments: '',
    lastAccessedAt: null,
    propertiesRev: 1,
    method: 'local-rdp',
    port: null,
    ...change,
  };
}

/** What the list shows for codes, for tests of the search. */
export const sampleSearchWords: SearchWords = {
  duplicate: { newest: 'newest', older: (newest) => `older than ${newest}` },
  jumpMethod: { 'jump-client': 'Jump Client', 'local-rdp': 'Local RDP', 'local-vnc': 'Local VNC' },
  status: {
    online: 'Online',
    'in-session': 'In session',
    disabled: 'Disabled',
    passive: 'Passive',
    offline: 'Offline',
    uninstalled: 'Uninstalled',
    shortcut: 'Shortcut',
  },
  formatDate: (epochMs) => new Date(epochMs).toISOString().slice(0, 10),
};
