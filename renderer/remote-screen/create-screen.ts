import { GuardedRfb } from './guarded-rfb.ts';
import type { VncChannel } from './vnc-channel.ts';

/**
 * noVNC in an element of the page.
 * @param label what the remote screen is, for who does not see it
 */
export function createScreen(element: HTMLElement, channel: VncChannel, label: string): GuardedRfb {
  const screen = new GuardedRfb(element, channel, { shared: true });
  screen.background = 'transparent';
  makeReachable(element, label);
  return screen;
}

/** SHA-256, in hexadecimal, two digits a byte. */
export async function fingerprintOf(key: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', key));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** noVNC's canvas takes the focus of a click alone; the Tab key shall find it, too. */
function makeReachable(target: HTMLElement, label: string): void {
  const canvas = target.querySelector('canvas');
  if (canvas === null) return;
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', label);
}
