import type { JumpClient } from '../jump-client.ts';
import type { ControlReply, ControlRequest } from './control-protocol.ts';

/**
 * Does what somebody at this computer asks of the Jump Client that runs on it.
 * @param jumpClient null while none runs
 */
export async function answerControl(
  jumpClient: JumpClient | null,
  request: ControlRequest,
): Promise<ControlReply> {
  if (jumpClient === null)
    return {
      ok: false,
      message: 'The Jump Client is starting, or waits for its user to log in. Try again then.',
    };
  if (request.command === 'uninstall') return uninstallRunning(jumpClient);
  const { told } = await jumpClient.setDisabled(request.command === 'disable');
  const whatNow = jumpClient.isDisabled ? 'allows no support sessions' : 'allows support sessions';
  const whoKnows = told ? '' : ' The appliance is told when it can be reached.';
  return { ok: true, message: `This computer ${whatNow} from now on.${whoKnows}` };
}

async function uninstallRunning(jumpClient: JumpClient): Promise<ControlReply> {
  try {
    await jumpClient.uninstall();
    return { ok: true, message: 'This computer has been uninstalled: the appliance lists it as such.' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message =
      'The appliance cannot be told now, so nothing was changed. Try again when it can be reached.';
    return { ok: false, message };
  }
}
