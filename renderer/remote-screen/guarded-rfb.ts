import RFB from '@novnc/novnc';

/** The largest screen that is drawn, in pixels: 8K. Two canvases hold it, 4 bytes a pixel. */
export const MAX_SCREEN_PIXELS = 7_680 * 4_320;
const MAX_SCREEN_SIDE = 16_384;
const MAX_CURSOR_SIDE = 256;

/** Longer texts stay on the other computer's clipboard. Bytes; packed ones grow up to a thousandfold when unpacked. */
const MAX_CLIPBOARD_BYTES = 256 * 1024;
const MAX_PACKED_CLIPBOARD_BYTES = 8 * 1024;

/** A text that is skipped has to arrive whole before it can be. */
const MAX_SKIPPED_BYTES = 16 * 1024 * 1024;

/** noVNC's pseudo-encodings of cursors, whose width and height are those of a picture. */
const CURSORS: readonly (number | null)[] = [-239, 0x574d5664];

/**
 * noVNC's screen for a server that is not trusted: whatever it sends, the page's memory stays bounded, and what cannot be
 * read ends the connection instead of throwing where nobody catches. Written against the insides of noVNC 1.7.0.
 */
export class GuardedRfb extends RFB {
  /** Lets go of every key that is down on the other computer: the focus leaves it. */
  releaseKeys(): void {
    this._keyboard._allKeysUp();
  }

  protected override _handleMessage(): void {
    this.#orFail(() => super._handleMessage());
  }

  protected override _initMsg(): boolean {
    // noVNC calls it from a timer, too, once credentials are there.
    return this._rfbConnectionState === 'connecting' && this.#orFail(() => super._initMsg()) === true;
  }

  protected override _normalMsg(): boolean {
    return this._rfbConnectionState === 'connected' && super._normalMsg();
  }

  protected override _resize(width: number, height: number): void {
    const isTooLarge =
      width > MAX_SCREEN_SIDE || height > MAX_SCREEN_SIDE || width * height > MAX_SCREEN_PIXELS;
    if (isTooLarge) throw new RangeError(`A screen of ${width} × ${height} is too large.`);
    super._resize(width, height);
  }

  protected override _handleRect(): boolean {
    const { encoding, width, height } = this._FBU;
    if (CURSORS.includes(encoding) && (width > MAX_CURSOR_SIDE || height > MAX_CURSOR_SIDE)) {
      return this._fail('A cursor is too large.');
    }
    return super._handleRect();
  }

  protected override _handleDataRect(): boolean {
    const { x, y, width, height } = this._FBU;
    if (x + width > this._fbWidth || y + height > this._fbHeight) {
      return this._fail('A part of the picture lies outside of it.');
    }
    return super._handleDataRect();
  }

  /** Padding of 3 bytes and the length: negative for texts that are packed. */
  protected override _handleServerCutText(): boolean {
    if (this._sock.rQwait('the head of a clipboard text', 7, 1)) return false;
    const head = this._sock.rQpeekBytes(7);
    const length = new DataView(head.buffer).getInt32(3);
    if (Math.abs(length) > MAX_SKIPPED_BYTES) return this._fail('A clipboard text has no end.');
    const isTaken = length >= -MAX_PACKED_CLIPBOARD_BYTES && length <= MAX_CLIPBOARD_BYTES;
    if (isTaken) return super._handleServerCutText();
    if (this._sock.rQwait('a clipboard text', 7 + Math.abs(length), 1)) return false;
    this._sock.rQskipBytes(7 + Math.abs(length));
    return true;
  }

  #orFail<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      this._fail(String(error));
      return undefined;
    }
  }
}
