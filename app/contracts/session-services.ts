// What a computer does within a support session, one channel each (session-channel/).
import { z } from 'zod';

const TerminalSize = { columns: z.int().min(1).max(1_000), rows: z.int().min(1).max(1_000) };

/** The parameters that open a channel. */
export const SessionService = z.discriminatedUnion('service', [
  /** A real pty with the user's shell. Data is the terminal's bytes, both ways. */
  z.strictObject({ service: z.literal('command-shell'), ...TerminalSize }),
  /** Live information, computer → console: each data message is one line of JSON, a `SystemInformation`. */
  z.strictObject({ service: z.literal('system-information') }),
  /** `folders`: the computer's folders, one channel. `transfer`: one file under way (contracts/file-transfer.ts). */
  z.strictObject({ service: z.literal('file-transfer'), use: z.enum(['folders', 'transfer']) }),
]);
export type SessionService = z.infer<typeof SessionService>;

/** Out-of-band messages of a channel. */
export const ChannelControl = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resize'), ...TerminalSize }),
]);
export type ChannelControl = z.infer<typeof ChannelControl>;

/** Why a channel closed. */
export const ChannelClosed = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('exited'), exitCode: z.int() }),
  z.strictObject({ reason: z.literal('closed') }),
  z.strictObject({ reason: z.literal('lost') }),
  z.strictObject({ reason: z.literal('failed'), message: z.string().max(500) }),
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
