import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

function setUp() {
  const onSubmit = vi.fn();
  const onClose = vi.fn();
  const onReset = vi.fn();
  render(
    <Dialog
      title="Edit it"
      sentence="Please do."
      footerStart={<Button label="Reset" look="outlined" onPress={onReset} />}
      footerEnd={<Button label="OK" look="primary" type="submit" />}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <TextField label="Name" value="a" onChange={vi.fn()} />
      <TextField label="Comments" lines="many" value="b" onChange={vi.fn()} />
    </Dialog>,
  );
  return { onSubmit, onClose, onReset };
}

test('it is named by its title, and its submitting button submits it', () => {
  const { onSubmit, onReset } = setUp();
  const dialog = screen.getByRole('dialog', { name: 'Edit it' });
  expect(dialog.textContent).toContain('Please do.');
  fireEvent.click(screen.getByRole('button', { name: 'OK' }));
  expect(onSubmit).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(onReset).toHaveBeenCalledOnce();
  expect(onSubmit).toHaveBeenCalledOnce();
});

test('Ctrl+Enter submits from several lines, where Enter writes another one', () => {
  const { onSubmit } = setUp();
  const area = screen.getByRole('textbox', { name: 'Comments' });
  fireEvent.keyDown(area, { key: 'Enter' });
  expect(onSubmit).not.toHaveBeenCalled();
  fireEvent.keyDown(area, { key: 'Enter', ctrlKey: true });
  expect(onSubmit).toHaveBeenCalledOnce();
});

test('Escape closes it, a click beside it does not', () => {
  const { onClose } = setUp();
  fireEvent.pointerDown(document.body);
  fireEvent.pointerUp(document.body);
  fireEvent.click(document.body);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});
