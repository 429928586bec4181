import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../clock.ts';
import { createEventQueue } from '../testing/event-queue.ts';
import { createSilenceableLink } from '../testing/silenceable-link.ts';
import { createSilentLog, type LogLine } from '../testing/silent-log.ts';
import { startTestAppliance } from '../testing/test-appliance.ts';
import { connectToAppliance } from './appliance-connection.ts';
import { openJumpClientSocket } from './open-socket.ts';

test('R5.1 a connection that hears nothing any more is given up, and another one opened', async () => {
  const appliance = await startTestAppliance({ heartbeat: { pingInterval: 200, pingTimeout: 200 } });
  const link = await createSilenceableLink(Number(new URL(appliance.url).port));
  const lines = createEventQueue<LogLine & { reason?: string }>();
  const connection = connectToAppliance({
    openSocket: (handshake) => openJumpClientSocket(`http://127.0.0.1:${link.port}`, handshake),
    handshake: () => ({
      kind: 'register',
      protocol: 1,
      installerKey: 'k',
      secret: 's'.repeat(43),
      hostname: 'front-desk',
    }),
    onWelcomed: vi.fn(),
    onLost: vi.fn(),
    onRefused: vi.fn(() => 'give-up' as const),
    onRemoved: vi.fn(),
    onSessionStart: vi.fn(),
    clock: systemClock,
    random: () => 0,
    log: createSilentLog(lines),
  });
  onTestFinished(async () => {
    connection.close();
    link.close();
    await appliance.close();
  });
  await appliance.connections.take();
  await lines.take(({ msg }) => msg === 'Connected to the appliance.');
  link.silence();
  const lost = await lines.take(({ msg }) => msg.startsWith('No connection'));
  expect(lost.reason).toBe('ping timeout');
  await appliance.connections.take();
});
