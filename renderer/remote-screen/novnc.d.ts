// What is used of @novnc/novnc 1.7.0, which comes without types; core/rfb.js and docs/API.md describe it.
declare module '@novnc/novnc' {
  /** What noVNC asks of a channel: the part of a WebSocket, or of an RTCDataChannel, that it uses. */
  type RawChannel = {
    binaryType: string;
    readonly protocol: string;
    readonly readyState: string;
    onopen: (() => void) | null;
    onmessage: ((message: { data: ArrayBufferLike }) => void) | null;
    onclose: ((closed: { code?: number; reason?: string }) => void) | null;
    onerror: ((error: unknown) => void) | null;
    send(bytes: Uint8Array): void;
    close(): void;
  };

  type RfbEvents = {
    connect: CustomEvent<Record<string, never>>;
    disconnect: CustomEvent<{ clean: boolean }>;
    credentialsrequired: CustomEvent<{ types: readonly ('username' | 'password' | 'target')[] }>;
    serververification: CustomEvent<{ type: string; publickey: Uint8Array<ArrayBuffer> }>;
    securityfailure: CustomEvent<{ status: number; reason?: string }>;
    clipboard: CustomEvent<{ text: string }>;
    desktopname: CustomEvent<{ name: string }>;
  };

  class RFB {
    constructor(target: HTMLElement, channel: RawChannel, options?: { shared?: boolean });
    viewOnly: boolean;
    scaleViewport: boolean;
    background: string;
    addEventListener<N extends keyof RfbEvents>(name: N, listener: (event: RfbEvents[N]) => void): void;
    disconnect(): void;
    approveServer(): void;
    sendCredentials(credentials: { username?: string; password?: string; target?: string }): void;
    sendCtrlAltDel(): void;
    clipboardPasteFrom(text: string): void;
    focus(options?: FocusOptions): void;

    // Its own insides, of this very version: `guarded-rfb.ts` bounds them.
    protected _rfbConnectionState: '' | 'connecting' | 'connected' | 'disconnecting' | 'disconnected';
    protected _fbWidth: number;
    protected _fbHeight: number;
    protected _FBU: { x: number; y: number; width: number; height: number; encoding: number | null };
    protected _keyboard: { _allKeysUp(): void };
    protected _sock: {
      rQlen(): number;
      rQpeekBytes(length: number): Uint8Array<ArrayBuffer>;
      rQskipBytes(length: number): void;
      rQwait(what: string, length: number, goBack?: number): boolean;
    };
    protected _fail(details: string): boolean;
    protected _handleMessage(): void;
    protected _initMsg(): boolean;
    protected _normalMsg(): boolean;
    protected _handleRect(): boolean;
    protected _handleDataRect(): boolean;
    protected _handleServerCutText(): boolean;
    protected _resize(width: number, height: number): void;
  }
  // biome-ignore lint/style/noDefaultExport: it is how noVNC exports it
  export default RFB;
  export type { RawChannel, RfbEvents };
}
