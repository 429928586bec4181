// What a computer does within a support session, one channel each (session-channel/).
import { z } from 'zod';

const TerminalSize = { columns: z.int().min(1).max(1_000), rows: z.int().min(1).max(1_000) };

/** How a shared screen is used. */
export const ScreenInput = z.enum(['view-only', 'control']);
export type ScreenInput = z.infer<typeof ScreenInput>;

/**
 * Why a screen is not shared (any more): there is no X display; the desktop is Wayland's; no program for it is installed;
 * the display lets nobody in; the program could not be started; it has ended, or the display has; the person at the
 * computer stopped it.
 */
export const ScreenTrouble = z.enum([
  'no-display',
  'wayland',
  'no-program',
  'not-let-in',
  'not-started',
  'gone',
  'stopped',
]);
export type ScreenTrouble = z.infer<typeof ScreenTrouble>;

/** The parameters that open a channel. */
export const SessionService = z.discriminatedUnion('service', [
  /** A real pty with the user's shell. Data is the terminal's bytes, both ways. */
  z.strictObject({ service: z.literal('command-shell'), ...TerminalSize }),
  /** Live information, computer → console: each data message is one line of JSON, a `SystemInformation`. */
  z.strictObject({ service: z.literal('system-information') }),
  /** `folders`: the computer's folders, one channel. `transfer`: one file under way (contracts/file-transfer.ts). */
  z.strictObject({ service: z.literal('file-transfer'), use: z.enum(['folders', 'transfer']) }),
  /** The computer's screen: RFB, which the computer begins. View only until `screen-input` says otherwise. */
  z.strictObject({ service: z.literal('screen-sharing') }),
  /** What all who take part say to each other (contracts/chat.ts). One channel a representative. */
  z.strictObject({ service: z.literal('chat') }),
]);
export type SessionService = z.infer<typeof SessionService>;

/** Out-of-band messages of a channel. */
export const ChannelControl = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resize'), ...TerminalSize }),
  /** What a representative may do with the shared screen from here on; the computer sees to it. */
  z.strictObject({ type: z.literal('screen-input'), input: ScreenInput }),
]);
export type ChannelControl = z.infer<typeof ChannelControl>;

/** Why a channel closed. */
export const ChannelClosed = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('exited'), exitCode: z.int() }),
  z.strictObject({ reason: z.literal('closed') }),
  z.strictObject({ reason: z.literal('lost') }),
  z.strictObject({ reason: z.literal('failed'), message: z.string().max(500) }),
  /** Screen Sharing. `detail`: the display, or what a program said; text of the computer's own. */
  z.strictObject({ reason: z.literal('no-screen'), trouble: ScreenTrouble, detail: z.string().max(500) }),
]);
export type ChannelClosed = z.infer<typeof ChannelClosed>;

const Text = z.string().max(512);

/** System Information as the tab shows it: sections of rows, in the computer's order, refreshed as they change. */
export const SystemInformation = z.strictObject({
  takenAt: z.int(),
  sections: z
    .array(
      z.strictObject({
        title: z.enum([
          'computer',
          'operating-system',
          'processor',
          'memory',
          'disks',
          'network',
          'users',
          'processes',
        ]),
        columns: z.array(Text).max(8),
        rows: z.array(z.array(Text).max(8)).max(500),
      }),
    )
    .max(16),
});
export type SystemInformation = z.infer<typeof SystemInformation>;
