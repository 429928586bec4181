import type { GUIDE_ERROR_CODES, OWN_ERROR_CODES } from '../../domain/jump-error.ts';

/** R7, letter for letter. */
export const guideErrorTexts = {
  'deployable-limit-reached': 'The total number of deployable Jump Clients for this site has been reached.',
  'active-deployable-limit-reached':
    'The total number of deployable active Jump Clients for this site has been reached.',
  'pin-already-pending': 'The support session already has a pending request to pin.',
  'client-already-pinned': 'The support client is already pinned.',
  'no-customer': 'No customer could be found within the support conference.',
  'customer-not-online': 'The customer within the support conference is not online.',
  'client-not-found': 'The Jump Client does not exist.',
  'client-offline': 'The Jump Client is offline.',
  'client-uninstalled': 'The specified Jump Client has been uninstalled.',
  'active-limit-reached': 'The number of active Jump Clients has been reached.',
  'appliance-too-busy': 'The server is currently too busy. Please try again later.',
  'session-start-failed': 'An internal error occurred while spawning the support session.',
  'session-start-too-slow':
    'An internal operation was taking too long while trying to spawn a support session.',
  'client-not-connected': 'The active Jump Client is not connected.',
  'client-connect-timeout': 'Timeout while trying to connect to the Jump Client.',
  'client-disabled':
    'The Jump Client has been disabled by the user and will not allow a session to start at this time.',
  'client-version-differs':
    'The Jump Client is running a different version and will not attempt to upgrade. Please try again after the upgrade completes.',
} as const satisfies Record<(typeof GUIDE_ERROR_CODES)[number], string>;

export const ownErrorTexts = {
  'not-permitted': 'You are not permitted to do this. Missing right: {detail}.',
  'changed-meanwhile': 'Somebody changed this Jump Item a moment ago. Look at it again before you go on.',
  'jump-group-not-found': 'The Jump Group does not exist. Choose another one.',
  'too-many-items': 'No more than {detail} Jump Items at once. Nothing was changed: select fewer.',
  'undo-expired': 'This can no longer be undone.',
  'session-not-found': 'The support session has ended.',
  'representative-not-online': 'This representative is not signed in any more.',
  'device-lacks-app':
    '{detail, select, jumpClientMissing {The Jump Client app is not installed on the device} jumpClientOutdated {The Jump Client app on the device is too old: it must be 2.2.0 or later} supportClientOutdated {The Support Client app on the device is too old: it must be 2.2.7 or later} other {An app is missing on the device}}.',
  'customer-refused': 'The customer did not allow the Jump Client to be installed.',
  'customer-no-answer': 'The customer did not answer in time. Nothing was installed.',
  'pin-failed':
    'The Jump Client could not be installed{detail, select, full {: the disk of the computer is full} unwritable {: its folder cannot be written} unstarted {: it did not start} slow {: it took too long} other {}}. Nothing was pinned.',
  'too-many-jumps': 'No more than {detail} Jump Items at once. Nothing was started: select fewer.',
  'op-id-reused': 'This request was refused: its number was used for another one before.',
  'outcome-unknown':
    'The appliance restarted, and nobody knows whether this was done. Look before you repeat it.',
  'outcome-pending':
    'The connection was lost before the appliance answered. It is asked again, and you are told what came of this.',
  malformed: 'The appliance could not read this request. Please report it.',
  'appliance-unreachable': 'The appliance cannot be reached.',
  'appliance-incompatible': 'The appliance speaks another version than this console.',
  'sign-in-refused': 'The appliance refused the access token.',
} as const satisfies Record<(typeof OWN_ERROR_CODES)[number], string>;
