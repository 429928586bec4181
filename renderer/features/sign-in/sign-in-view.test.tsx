import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { SignInView } from './sign-in-view.tsx';

afterEach(cleanup);

function setUp(answer: JumpErrorCode | null, address = '') {
  const onSignIn = vi.fn(() => Promise.resolve(answer));
  render(<SignInView address={address} reason={null} onSignIn={onSignIn} />);
  return {
    onSignIn,
    user: userEvent.setup(),
    address: screen.getByLabelText<HTMLInputElement>('Address of the appliance'),
    token: screen.getByLabelText<HTMLInputElement>('Access token'),
    submit: screen.getByRole('button', { name: 'Sign in' }),
  };
}

test('a refused token is said at its field, and what was typed stays', async () => {
  const { user, address, token, submit, onSignIn } = setUp('sign-in-refused');
  await user.type(address, ' https://support.example.com ');
  await user.type(token, 'secret');
  await user.click(submit);
  expect(onSignIn).toHaveBeenCalledExactlyOnceWith('https://support.example.com', 'secret');
  expect(await screen.findByText('The appliance refused the access token.')).toBeDefined();
  expect(token.getAttribute('aria-invalid')).toBe('true');
  expect(address.getAttribute('aria-invalid')).toBe('false');
  expect(document.activeElement).toBe(token);
  expect(token.value).toBe('secret');
});

test.each([
  ['appliance-unreachable', 'The appliance cannot be reached.'],
  ['malformed', 'An address looks like https://support.example.com.'],
  ['appliance-incompatible', 'The appliance speaks another version than this console.'],
] as const)('%s is said at the address', async (code, text) => {
  const { user, address, token, submit } = setUp(code, 'https://support.example.com');
  expect(document.activeElement).toBe(token);
  await user.type(token, 'secret');
  await user.click(submit);
  expect(await screen.findByText(text)).toBeDefined();
  expect(address.getAttribute('aria-invalid')).toBe('true');
});

test('what is missing is said without asking', async () => {
  const { user, submit, onSignIn } = setUp(null);
  await user.click(submit);
  expect(screen.getByText('Enter the address of the appliance.')).toBeDefined();
  expect(screen.getByText('Enter your access token.')).toBeDefined();
  expect(onSignIn).not.toHaveBeenCalled();
});

test('why one was signed out stands there from the start', () => {
  render(<SignInView address="https://a.example" reason="sign-in-refused" onSignIn={vi.fn()} />);
  expect(screen.getByText('The appliance refused the access token.')).toBeDefined();
});

test('what is far too long is said without asking, and stays', async () => {
  const { user, address, token, submit, onSignIn } = setUp(null);
  await user.click(address);
  await user.paste(`https://${'a'.repeat(10_000)}.example`);
  await user.click(token);
  await user.paste('t'.repeat(10_000));
  await user.click(submit);
  expect(screen.getByText(/An address looks like/)).toBeDefined();
  expect(screen.getByText('This is too long for an access token.')).toBeDefined();
  expect(onSignIn).not.toHaveBeenCalled();
  expect([address.value.length, token.value.length]).toEqual([10_016, 10_000]);
});
