import { expect, test, vi } from 'vitest';
import { JumpItemId, OpId, VncLinkId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { createOpenShortcut } from './open-shortcut.ts';

const params = {
  opId: OpId.parse(crypto.randomUUID()),
  jumpItemId: JumpItemId.parse('till'),
  seen: { propertiesRev: 1, presenceRev: null },
};
const vncLinkId = VncLinkId.parse(crypto.randomUUID());
const till = { method: 'local-vnc', name: 'Till', hostname: '::1', port: 5_900 } as const;
const office = { method: 'local-rdp', name: 'Office', hostname: 'rdp.example', port: 3_389 } as const;

function setUp(answer: Promise<unknown>) {
  const request = vi.fn(() => answer);
  const prepare = vi.fn(() => vncLinkId);
  const openRemoteDesktop = vi.fn(
    async (): Promise<{ program: string } | { lookedFor: string[] }> => ({ program: 'remmina' }),
  );
  const open = createOpenShortcut({
    appliance: { request: request as never },
    vncLinks: { prepare },
    openRemoteDesktop,
  });
  return { open, request, prepare, openRemoteDesktop };
}

test('R1.8 a Local VNC is prepared to where the appliance says, and nothing is started', async () => {
  const { open, request, prepare, openRemoteDesktop } = setUp(Promise.resolve(till));
  await expect(open(params)).resolves.toEqual({
    opened: 'vnc',
    name: 'Till',
    address: '[::1]:5900',
    vncLinkId,
  });
  expect(request).toHaveBeenCalledExactlyOnceWith('jump-item:open-shortcut', { ...params, repeated: false });
  expect(prepare).toHaveBeenCalledExactlyOnceWith({ hostname: '::1', port: 5_900 });
  expect(openRemoteDesktop).not.toHaveBeenCalled();
});

test('R1.8 a Local RDP is opened by a program, or says which were looked for', async () => {
  const { open, openRemoteDesktop } = setUp(Promise.resolve(office));
  const told = { name: 'Office', address: 'rdp.example:3389' };
  await expect(open(params)).resolves.toEqual({ opened: 'program', program: 'remmina', ...told });
  openRemoteDesktop.mockResolvedValueOnce({ lookedFor: ['remmina'] });
  await expect(open(params)).resolves.toEqual({ opened: 'nothing', lookedFor: ['remmina'], ...told });
});

test('R7.7 a refusal of the appliance passes through, and nothing is started', async () => {
  const { open, prepare, openRemoteDesktop } = setUp(Promise.reject(new JumpError('client-not-found')));
  await expect(open(params)).rejects.toMatchObject({ code: 'client-not-found' });
  expect(prepare).not.toHaveBeenCalled();
  expect(openRemoteDesktop).not.toHaveBeenCalled();
});

test.each(['-x', '/v:evil', 'a b', ''])('no program is told of the host %j', async (hostname) => {
  const { open, openRemoteDesktop } = setUp(Promise.resolve({ ...office, hostname }));
  await expect(open(params)).rejects.toMatchObject({ code: 'malformed' });
  expect(openRemoteDesktop).not.toHaveBeenCalled();
});
