import type { z } from 'zod';
import { applianceRequests } from '#app/contracts/appliance-protocol.ts';
import { jumpItemCommands } from '#app/contracts/jump-item-commands.ts';

/** What this console asks of an appliance. One that does not know a request leaves it without an answer. */
export const askedRequests = { ...applianceRequests, ...jumpItemCommands };
export type AskedRequestName = keyof typeof askedRequests;
export type AskedParams<N extends AskedRequestName> = z.infer<(typeof askedRequests)[N]['params']>;
export type AskedReply<N extends AskedRequestName> = z.infer<(typeof askedRequests)[N]['reply']>;
