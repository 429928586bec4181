import type { SessionService } from '../contracts/session-services.ts';

/**
 * What a channel's bytes are to the person who waits for them: `interactive`, somebody sees or types them; `screen`, a
 * picture that moves; `bulk`, what is taken once it is all there. The order is that in which they are sent.
 */
export const TRAFFIC_CLASSES = ['interactive', 'screen', 'bulk'] as const;
export type TrafficClass = (typeof TRAFFIC_CLASSES)[number];

/** One line for each service: a new one says here what it is. */
const CLASS_OF_SERVICE: Readonly<Record<SessionService['service'], TrafficClass>> = {
  'command-shell': 'interactive',
  'system-information': 'interactive',
  chat: 'interactive',
  'screen-sharing': 'screen',
  'file-transfer': 'bulk',
};

/** Folders are looked at by somebody; a file under way is bulk. */
export function trafficClassOf(service: SessionService): TrafficClass {
  if (service.service === 'file-transfer' && service.use === 'folders') return 'interactive';
  return CLASS_OF_SERVICE[service.service];
}
