import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Dialog } from './dialog.tsx';

afterEach(cleanup);

const openDialog = (title: string, size: 'plain' | 'large') =>
  render(
    <Dialog title={title} size={size} footerEnd={null} onSubmit={() => undefined} onClose={() => undefined}>
      {null}
    </Dialog>,
  );
const told = () => document.documentElement.dataset.dialogSize;

for (const first of ['lower', 'upper'] as const) {
  test(`the page knows of the dialog on top, and of none when both have closed, the ${first} one first`, () => {
    const lower = openDialog('Export', 'large');
    expect(told()).toBe('large');
    const upper = openDialog('Replace it?', 'plain');
    expect(told()).toBe('plain');
    const [one, other] = first === 'lower' ? [lower, upper] : [upper, lower];
    one.unmount();
    expect(told()).toBe(first === 'lower' ? 'plain' : 'large');
    other.unmount();
    expect(told()).toBeUndefined();
  });
}
