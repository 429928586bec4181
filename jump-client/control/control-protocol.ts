// What the subcommands say to the running Jump Client: one line of JSON each way over a socket in its data folder.
import { z } from 'zod';

export const ControlRequest = z.strictObject({ command: z.enum(['disable', 'enable', 'uninstall']) });
export type ControlRequest = z.infer<typeof ControlRequest>;

/** `message` is for the person at the terminal. */
export const ControlReply = z.strictObject({ ok: z.boolean(), message: z.string().max(1_000) });
export type ControlReply = z.infer<typeof ControlReply>;

/** A longer line is not ours. */
export const MAX_CONTROL_BYTES = 4_096;

export const CONTROL_SOCKET = 'control.sock';
