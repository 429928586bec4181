import type { Logger } from 'pino';
import type { ApplianceAnnouncement } from '#app/contracts/appliance-process.ts';
import { CONSOLE_PATH } from '#app/contracts/appliance-protocol.ts';
import { CUSTOMER_PATH } from '#app/contracts/customer-protocol.ts';
import { JUMP_CLIENT_PATH } from '#app/contracts/jump-client-protocol.ts';
import { SESSION_PATH } from '#app/contracts/session-link.ts';
import { openControl } from './control/control-listener.ts';
import type { Route } from './control/route.ts';
import { createRoutes } from './control/routes.ts';
import { createScriptedCustomers } from './control/scripted-customer-routes.ts';
import { type ApplianceCore, createApplianceCore } from './core/appliance-core.ts';
import { createAuditLog, type RecordAudit } from './core/audit-log.ts';
import { auditSite } from './core/audit-site.ts';
import type { Environment } from './core/environment.ts';
import { createConsoleDoor } from './sockets/console-door.ts';
import { createCustomerDoor } from './sockets/customer-door.ts';
import { createJumpClientDoor } from './sockets/jump-client-door.ts';
import { listen } from './sockets/listener.ts';
import { createPortalPage } from './sockets/portal-page.ts';
import { createSessionDoor } from './sockets/session-door.ts';
import { createTokenSignIn } from './sockets/sign-in.ts';
import { type AuditFile, openAuditFile } from './storage/audit-file.ts';
import { createMemoryStorage } from './storage/memory-storage.ts';
import { systemEnvironment } from './system-environment.ts';
import { createBarriers } from './testing/barriers.ts';
import type { Fleet } from './testing/fleet.ts';
import { seedRecords } from './testing/seed-records.ts';
import { simulatedHistory } from './testing/simulate-history.ts';

type Options = {
  readonly fleet: Fleet;
  readonly port: number;
  readonly address: string;
  readonly control: boolean;
  readonly log: Logger;
  readonly environment?: Environment;
  /** The file of the audit log; null: none is kept. */
  readonly auditLog?: string | null;
};
export type ReadyAnnouncement = Extract<ApplianceAnnouncement, { ready: true }>;
export type RunningAppliance = Awaited<ReturnType<typeof startAppliance>>;

/** Starts an appliance on memory storage with a fleet. Rejects when the port is taken, or the audit log was changed. */
export async function startAppliance({
  fleet,
  port,
  address,
  control: withControl,
  log,
  environment = systemEnvironment,
  auditLog = null,
}: Options) {
  const auditFile = auditLog === null ? null : openAuditFile(auditLog, environment.digest);
  const storage = createMemoryStorage();
  const seeded = seedRecords(fleet, environment);
  await storage.commit(seeded.records);
  const onFailure = (error: unknown) => log.error({ err: error }, 'something failed in the background');
  const barriers = createBarriers(environment.clock);
  const surroundings = withControl ? { ...environment, barrier: barriers.stop } : environment;
  const core = await createApplianceCore(storage, surroundings, onFailure, simulatedHistory);
  const audit = startAudit(core, auditFile, onFailure);
  const consoleDoor = createConsoleDoor({ core, signIn: createTokenSignIn(seeded.accounts), audit, log });
  const jumpClientDoor = createJumpClientDoor({ core, audit, log });
  const customerDoor = createCustomerDoor({ core, siteName: fleet.siteName, audit, log });
  const sessionDoor = createSessionDoor({ core, log });
  const doors = {
    [CONSOLE_PATH]: consoleDoor,
    [JUMP_CLIENT_PATH]: jumpClientDoor,
    [CUSTOMER_PATH]: customerDoor,
    [SESSION_PATH]: sessionDoor,
  };
  const page = createPortalPage(fleet.siteName);
  const listener = await listen({ address, port, doors, page, log });
  const played = createScriptedCustomers(core, listener.url);
  const routes = [...createRoutes({ core, consoleDoor, customerDoor, barriers }), ...played.routes];
  const control = withControl ? await startControl(core, routes, log) : null;
  const announcement: ReadyAnnouncement = {
    ready: true,
    url: listener.url,
    siteName: fleet.siteName,
    accounts: seeded.accounts.map(({ username, displayName, token }) => ({ username, displayName, token })),
    installerKeys: [...seeded.installerKeys],
    ...(control && { control: { url: control.url, token: control.token } }),
  };
  return {
    core,
    consoleDoor,
    announcement,
    async close(): Promise<void> {
      core.close();
      played.close();
      await Promise.all([consoleDoor.close(), jumpClientDoor.close(), customerDoor.close()]);
      sessionDoor.close();
      await Promise.all([listener.close(), control?.close()]);
      auditFile?.close();
    },
  };
}

/** What cannot be written down is told of, and does not keep anybody from working. */
function startAudit(
  core: ApplianceCore,
  file: AuditFile | null,
  onFailure: (error: unknown) => void,
): RecordAudit {
  if (file === null) return () => undefined;
  const { clock, digest } = core.environment;
  const append = (line: string) => {
    try {
      file.append(line);
    } catch (error) {
      onFailure(error);
    }
  };
  const record = createAuditLog({ clock, digest, from: file.from, append });
  record({ event: 'appliance-started' });
  auditSite(core.site, record);
  return record;
}

async function startControl(core: ApplianceCore, routes: readonly Route[], log: Logger) {
  const token = core.environment.randomness.token();
  const opened = await openControl({ routes, token, log });
  return { ...opened, token };
}
