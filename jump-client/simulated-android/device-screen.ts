import { z } from 'zod';
import { parseSessionKey } from '#app/domain/session-key.ts';
import { type LoopbackPage, openLoopbackPage } from '../loopback-page/loopback-page.ts';
import { DeviceChange, type DeviceState } from './android-device.ts';
import type { DeviceJumpClientState } from './device-jump-client.ts';
import type { SupportClientAppView } from './device-support-client.ts';
import screenHtml from './screen/screen.html?raw';
import screenScript from './screen/screen-script.js?raw';
import screenStyle from './screen/screen-style.css?raw';

const FILES = {
  '': { type: 'text/html; charset=utf-8', text: screenHtml },
  'screen-script.js': { type: 'text/javascript; charset=utf-8', text: screenScript },
  'screen-style.css': { type: 'text/css; charset=utf-8', text: screenStyle },
} as const;
const Join = z.strictObject({ sessionKey: z.string().max(256) });

/** What the device shows. */
export type DeviceView = {
  readonly name: string;
  readonly device: DeviceState;
  readonly jumpClient: DeviceJumpClientState;
  readonly supportClient: SupportClientAppView;
};

type Options = {
  /** 256 random bits in base64url. */
  token: string;
  first: DeviceView;
  onChange: (change: DeviceChange) => void;
  /** The owner types a session key. */
  onJoin: (sessionKey: string) => void;
  /** The owner unpins the device. */
  onUnpin: () => void;
};

/** A device's screen, as a page of this computer. */
export function openDeviceScreen(options: Options): Promise<LoopbackPage> {
  const { token, first, onChange, onJoin, onUnpin } = options;
  return openLoopbackPage({
    token,
    files: FILES,
    firstMessage: first,
    actions: {
      change(words) {
        const change = DeviceChange.safeParse(words);
        if (change.success) onChange(change.data);
        return change.success;
      },
      join(words) {
        const join = Join.safeParse(words);
        const sessionKey = join.success ? parseSessionKey(join.data.sessionKey) : null;
        if (sessionKey !== null) onJoin(sessionKey);
        return sessionKey !== null;
      },
      unpin() {
        onUnpin();
        return true;
      },
    },
  });
}
