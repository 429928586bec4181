// What Node and Chromium both have, and the language's own library does not name. Nothing else belongs here:
// a clock, timers and randomness are handed in, so that app/ stays pure.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
