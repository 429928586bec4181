import { z } from 'zod';
import { MAX_INPUT_BYTES, type SessionPortRequest } from '#app/contracts/session-port.ts';
import { ChannelControl, SessionService } from '#app/contracts/session-services.ts';

const channel = z.int().min(0).max(0xff_ff_ff_ff);
const size = ChannelControl.options[0].shape;

/** What main accepts from the renderer on a session's port: main trusts no renderer. */
export const SessionPortRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open-channel'), channel, service: SessionService }),
  z.strictObject({
    type: z.literal('data'),
    channel,
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= MAX_INPUT_BYTES),
  }),
  z.strictObject({ type: z.literal('consumed'), channel, byteCount: z.int().min(0) }),
  z.strictObject({ type: z.literal('resize'), channel, columns: size.columns, rows: size.rows }),
  z.strictObject({ type: z.literal('close-channel'), channel }),
]) satisfies z.ZodType<SessionPortRequest>;
