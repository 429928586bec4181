import type { Page } from 'playwright';

/** The page that a console without a token begins with. */
export function signIn(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Sign in' }),
    address: page.getByLabel('Address of the appliance'),
    token: page.getByLabel('Access token'),
    submit: page.getByRole('button', { name: 'Sign in' }),
    refusal: page.getByRole('alert'),
  };
}
