import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import {
  type ConsoleParams,
  type ConsoleReply,
  type ConsoleRequestName,
  type ConsoleResult,
  consoleRequests,
} from '#app/contracts/console-api.ts';
import { CONSOLE_REQUEST_NAMES, requestChannel } from '#app/contracts/console-api-names.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { Log } from '../logging/log.ts';

/** What answers each request of the contract. A `JumpError` that is thrown becomes a refusal with its code. */
export type ConsoleHandlers = {
  readonly [N in ConsoleRequestName]: (
    params: ConsoleParams<N>,
  ) => ConsoleReply<N> | Promise<ConsoleReply<N>>;
};

type Deps = {
  ipcMain: Pick<IpcMain, 'handle'>;
  isTrustedSender: (event: Pick<IpcMainInvokeEvent, 'senderFrame'>) => boolean;
  handlers: ConsoleHandlers;
  /** Logs with the stack and shows one honest dialog. */
  reportBug: (error: unknown) => void;
  log: Log;
};

const ParamsJson = z.string();

/** A request that did not come from the console's own page. */
export class UntrustedSender extends Error {
  override readonly name = 'UntrustedSender';
}

/** Opens the only door from the renderer: one channel for each request of the contract, and no other. It speaks JSON text. */
export function openConsoleDoor({ ipcMain, isTrustedSender, handlers, reportBug, log }: Deps): void {
  for (const name of CONSOLE_REQUEST_NAMES) {
    ipcMain.handle(requestChannel(name), async (event, paramsJson: unknown) => {
      if (!isTrustedSender(event)) {
        log.error(
          { request: name, url: event.senderFrame?.url },
          'a request from a foreign frame was rejected',
        );
        throw new UntrustedSender(`${name} is not for this frame.`);
      }
      try {
        return JSON.stringify(await answer(handlers, name, JSON.parse(ParamsJson.parse(paramsJson))));
      } catch (error) {
        reportBug(error);
        throw error;
      }
    });
  }
}

async function answer<N extends ConsoleRequestName>(
  handlers: ConsoleHandlers,
  name: N,
  input: unknown,
): Promise<ConsoleResult<ConsoleReply<N>>> {
  const { params, reply } = consoleRequests[name];
  const parsed = params.parse(input) as ConsoleParams<N>; // casts live at the two doors only
  try {
    const value = reply.parse(await handlers[name](parsed)) as ConsoleReply<N>;
    return { ok: true, value };
  } catch (error) {
    if (error instanceof JumpError) return { ok: false, code: error.code, detail: error.detail };
    throw error;
  }
}
