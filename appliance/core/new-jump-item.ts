import type { EpochMs, JumpGroupId, JumpItemId } from '#app/domain/ids.ts';
import type { JumpClient } from '#app/domain/jump-item.ts';

type Given = {
  readonly id: JumpItemId;
  readonly name: string;
  readonly hostname: string;
  readonly jumpGroupId: JumpGroupId;
  readonly tag: string | null;
  readonly comments: string;
  readonly presenceSince: EpochMs;
};

/** A Jump Client of which nothing is known yet but where it belongs: its statistics fill the row. */
export function newJumpClient(given: Given): JumpClient {
  return {
    ...given,
    method: 'jump-client',
    lastAccessedAt: null,
    propertiesRev: 1,
    connection: 'active',
    presence: 'offline',
    presenceRev: 1,
    inSessionWith: [],
    platform: 'linux',
    mode: 'user',
    version: '',
    operatingSystem: '',
    consoleUser: '',
    domain: '',
    workGroup: '',
    publicIp: '',
    privateIp: '',
    bootedAt: null,
  };
}
