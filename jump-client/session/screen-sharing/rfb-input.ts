import type { ScreenInput } from '#app/contracts/session-services.ts';

/** What a console sends to a VNC server, on its way there. */
export type RfbInput = {
  /** @returns what of it may go on, in order; null for what no console sends: its channel is to be closed */
  push(bytes: Uint8Array): Uint8Array[] | null;
  /** From the next message on. @returns what lets go of the keys and buttons that are down */
  allow(input: ScreenInput): Uint8Array[];
};

const VERSION = 'RFB 003.008\n';
/** The console's part of the greeting: its version, the kind of security (none: the socket is private), how it shares. */
const GREETING_BYTES = VERSION.length + 1 + 1;

/** The kinds of messages that a console sends. */
const KIND = {
  setPixelFormat: 0,
  setEncodings: 2,
  updateRequest: 3,
  key: 4,
  pointer: 5,
  clipboard: 6,
  continuousUpdates: 150,
  fence: 248,
  setDesktopSize: 251,
  qemu: 255,
} as const;
/** Whatever changes something on the computer. */
const ACTING: readonly number[] = [KIND.key, KIND.pointer, KIND.clipboard, KIND.setDesktopSize, KIND.qemu];
const FIXED_LENGTHS: Readonly<Record<number, number>> = {
  [KIND.setPixelFormat]: 20,
  [KIND.updateRequest]: 10,
  [KIND.key]: 8,
  [KIND.pointer]: 6,
  [KIND.continuousUpdates]: 10,
  [KIND.qemu]: 12,
};
const LONGEST_CLIPBOARD = 4 * 1024 * 1024;
/** A promise of a console that makes its pointer messages longer: it is taken out, so that their length is known here. */
const EXTENDED_MOUSE_BUTTONS = -316;

/**
 * Reads RFB 3.8 from a console to the VNC server of this computer. In *View only* nothing passes that would change
 * anything; what is down then, and could not be let go of any more, is let go of here.
 */
export function createRfbInput(): RfbInput {
  let rest: Uint8Array = new Uint8Array(0);
  let greeted = 0;
  let allowed: ScreenInput = 'view-only';
  /** What lets go of each key that is down. */
  const keysDown = new Map<number, Uint8Array>();
  let pointer: Uint8Array | null = null;

  function greet(): Uint8Array | null {
    const bytes = rest.subarray(0, GREETING_BYTES - greeted);
    const isExpected = bytes.every((byte, place) => {
      const expected = VERSION.charCodeAt(greeted + place);
      return Number.isNaN(expected) || byte === expected;
    });
    if (!isExpected) return null;
    greeted += bytes.length;
    rest = rest.subarray(bytes.length);
    return bytes;
  }

  function remember(message: Uint8Array): void {
    const kind = message[0];
    if (kind === KIND.pointer) pointer = message[1] === 0 ? null : message;
    if (kind !== KIND.key && kind !== KIND.qemu) return;
    const view = viewOf(message);
    const [down, key] =
      kind === KIND.key ? [view.getUint8(1), view.getUint32(4)] : [view.getUint16(2), -view.getUint32(8)];
    if (down === 0) keysDown.delete(key);
    else
      keysDown.set(
        key,
        message.map((byte, place) => (place > 0 && place < 4 ? 0 : byte)),
      );
  }

  /** The next whole message; null while it is not here, `unknown` where it is none. */
  function nextMessage(): Uint8Array | null | 'unknown' {
    const length = lengthOf(rest);
    if (length === 'unknown') return 'unknown';
    if (length === null || rest.length < length) return null;
    const message = rest.slice(0, length);
    rest = rest.subarray(length);
    return message;
  }

  return {
    push(bytes) {
      rest = rest.length === 0 ? bytes : joined(rest, bytes);
      const passed: Uint8Array[] = [];
      if (greeted < GREETING_BYTES) {
        const greeting = greet();
        if (greeting === null) return null;
        passed.push(greeting);
        if (greeted < GREETING_BYTES) return passed;
      }
      for (let message = nextMessage(); message !== null; message = nextMessage()) {
        if (message === 'unknown') return null;
        if (message[0] === KIND.setEncodings) passed.push(withoutExtendedMouseButtons(message));
        else if (!ACTING.includes(message[0] ?? -1)) passed.push(message);
        else if (allowed === 'control') {
          remember(message);
          passed.push(message);
        }
      }
      return passed;
    },
    allow(input) {
      allowed = input;
      if (input === 'control') return [];
      const released = [...keysDown.values()];
      if (pointer !== null) released.push(pointer.map((byte, place) => (place === 1 ? 0 : byte)));
      keysDown.clear();
      pointer = null;
      return released;
    },
  };
}

/** How long the message is that begins here; null while that cannot be said. */
function lengthOf(bytes: Uint8Array): number | null | 'unknown' {
  const kind = bytes[0];
  if (kind === undefined) return null;
  const view = viewOf(bytes);
  const fixed = FIXED_LENGTHS[kind];
  if (kind === KIND.qemu && bytes.length > 1 && bytes[1] !== 0) return 'unknown'; // audio, and others
  if (fixed !== undefined) return fixed;
  switch (kind) {
    case KIND.setEncodings:
      return bytes.length < 4 ? null : 4 + 4 * view.getUint16(2);
    case KIND.fence:
      return bytes.length < 9 ? null : 9 + view.getUint8(8);
    case KIND.setDesktopSize:
      return bytes.length < 8 ? null : 8 + 16 * view.getUint8(6);
    case KIND.clipboard: {
      if (bytes.length < 8) return null;
      const length = Math.abs(view.getInt32(4)); // negative: packed
      return length > LONGEST_CLIPBOARD ? 'unknown' : 8 + length;
    }
    default:
      return 'unknown';
  }
}

function withoutExtendedMouseButtons(message: Uint8Array): Uint8Array {
  const view = viewOf(message);
  const kept: number[] = [];
  for (let at = 4; at < message.length; at += 4) {
    if (view.getInt32(at) !== EXTENDED_MOUSE_BUTTONS) kept.push(view.getInt32(at));
  }
  const shorter = message.slice(0, 4 + 4 * kept.length);
  const out = viewOf(shorter);
  out.setUint16(2, kept.length);
  for (const [place, encoding] of kept.entries()) out.setInt32(4 + 4 * place, encoding);
  return shorter;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
