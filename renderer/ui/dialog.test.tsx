import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ChoiceField } from './choice-field.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';

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

function TwoFields({ chosen }: { chosen: boolean }) {
  const [port, setPort] = useState('many');
  const [isTried, setTried] = useState(false);
  return (
    <Dialog
      title="Create"
      footerEnd={<button type="submit">OK</button>}
      onSubmit={() => setTried(true)}
      onClose={() => undefined}
    >
      <TextField label="Name" value="Till" autoFocus onChange={() => undefined} />
      <ChoiceField
        label="Jump Group"
        value={chosen ? 'tills' : null}
        choices={[{ id: 'tills', label: 'Tills' }]}
        error={isTried && !chosen ? 'Choose one.' : null}
        onChange={() => undefined}
      />
      <TextField
        label="Port"
        value={port}
        error={isTried && port === 'many' ? 'A number.' : null}
        onChange={setPort}
      />
    </Dialog>
  );
}

test('what is sent with errors leads to the first field that has one', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<TwoFields chosen={false} />);
  await user.click(screen.getByRole('button', { name: 'OK' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /Jump Group/ }));
  rerender(<TwoFields chosen={true} />);
  await user.click(screen.getByRole('button', { name: 'OK' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Port' }));
  await user.clear(screen.getByRole('textbox', { name: 'Port' }));
  await user.click(screen.getByRole('button', { name: 'OK' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'OK' }));
});
