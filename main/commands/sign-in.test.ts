import { expect, test, vi } from 'vitest';
import { JumpError } from '#app/domain/jump-error.ts';
import { createSignIn } from './sign-in.ts';

function aSignIn() {
  const appliance = { signIn: vi.fn().mockResolvedValue(undefined) };
  const access = { keep: vi.fn().mockResolvedValue(undefined) };
  return { appliance, access, signIn: createSignIn({ appliance, access }) };
}

test('who signs in is remembered', async () => {
  const { access, appliance, signIn } = aSignIn();
  await signIn({ address: 'support.example.com', token: ' secret ' });
  const asked = { address: 'https://support.example.com', token: 'secret' };
  expect(appliance.signIn).toHaveBeenCalledExactlyOnceWith(asked);
  expect(access.keep).toHaveBeenCalledExactlyOnceWith(asked);
});

test('an address that is none is refused without asking anybody', async () => {
  const { appliance, signIn } = aSignIn();
  await expect(signIn({ address: 'file:///', token: 'x' })).rejects.toMatchObject({ code: 'malformed' });
  expect(appliance.signIn).not.toHaveBeenCalled();
});

test('a refused access is not remembered', async () => {
  const { access, appliance, signIn } = aSignIn();
  appliance.signIn.mockRejectedValue(new JumpError('sign-in-refused'));
  await expect(signIn({ address: 'support.example.com', token: 'x' })).rejects.toMatchObject({
    code: 'sign-in-refused',
  });
  expect(access.keep).not.toHaveBeenCalled();
});
