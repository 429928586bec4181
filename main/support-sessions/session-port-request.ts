import { z } from 'zod';
import { MAX_INPUT_BYTES, type SessionPortRequest } from '#app/contracts/session-port.ts';
import { ChannelControl, ScreenInput, SessionService } from '#app/contracts/session-services.ts';
import { FilesRequestSchema } from '../file-transfers/files-request.ts';

const channel = z.int().min(0).max(0xff_ff_ff_ff);
const size = ChannelControl.options[0].shape;

/** File Transfer's channels are main's own. */
const OfRenderer = SessionService.refine(({ service }) => service !== 'file-transfer');

/** What main accepts from the renderer on a session's port: main trusts no renderer. */
export const SessionPortRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open-channel'), channel, service: OfRenderer }),
  z.strictObject({
    type: z.literal('data'),
    channel,
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= MAX_INPUT_BYTES),
  }),
  z.strictObject({ type: z.literal('consumed'), channel, byteCount: z.int().min(0) }),
  z.strictObject({ type: z.literal('resize'), channel, columns: size.columns, rows: size.rows }),
  z.strictObject({ type: z.literal('screen-input'), channel, input: ScreenInput }),
  z.strictObject({ type: z.literal('close-channel'), channel }),
  z.strictObject({ type: z.literal('files'), request: FilesRequestSchema }),
]) satisfies z.ZodType<SessionPortRequest>;
