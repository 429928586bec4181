import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { guardFields } from './bounded-paste.ts';
import { ChoiceField } from './choice-field.tsx';
import { ComboField } from './combo-field.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

describe('a text field', () => {
  test('says why it is refused, linked to the field, and how long it is', () => {
    render(<TextField label="Name" value="" error="Write something." counter="0 / 128" onChange={vi.fn()} />);
    const field = screen.getByRole('textbox', { name: 'Name' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const said = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(said.map((id) => document.getElementById(id)?.textContent)).toContain('Write something.');
    expect(screen.getByText('0 / 128')).toBeTruthy();
  });

  test('cuts nothing: it has no limit of its own', () => {
    render(<TextField label="Name" value={'a'.repeat(500)} onChange={vi.fn()} />);
    expect(screen.getByRole('textbox').getAttribute('maxlength')).toBeNull();
  });
});

describe('a text that would hold up the window', () => {
  const word = '😀'.repeat(1_000_000);

  test.each(['paste', 'drop'] as const)('is kept out whole by %s, with how long it is', (kind) => {
    const onChange = vi.fn();
    const { rerender } = render(<TextField label="Comments" lines="many" value="kept" onChange={onChange} />);
    const field = screen.getByRole('textbox');
    const isTaken = (text: string) =>
      kind === 'paste'
        ? fireEvent.paste(field, { clipboardData: { getData: () => text } })
        : fireEvent.drop(field, { dataTransfer: { getData: () => text } });
    expect(isTaken('a'.repeat(2_000))).toBe(true);
    expect(screen.queryByText(/^Nothing was put in/)).toBeNull();
    expect(isTaken(word)).toBe(false);
    expect(screen.getByText(/^Nothing was put in: the text has 1,000,000 characters/)).toBeTruthy();
    rerender(<TextField label="Comments" lines="many" value={'a'.repeat(19_000)} onChange={onChange} />);
    expect(isTaken('a'.repeat(2_000))).toBe(false);
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: 'typed' } });
    expect(screen.queryByText(/^Nothing was put in/)).toBeNull();
    expect(onChange).toHaveBeenCalledExactlyOnceWith('typed');
  });

  test('is kept out of a field of known values, too', () => {
    render(<ComboField label="Tag" options={[]} value="" clearLabel="c" openLabel="o" onChange={vi.fn()} />);
    expect(fireEvent.paste(screen.getByRole('combobox'), { clipboardData: { getData: () => word } })).toBe(
      false,
    );
    expect(screen.getByText(/^Nothing was put in/)).toBeTruthy();
  });
});

describe('a field of the window, in no dialog', () => {
  const word = '😀'.repeat(1_000_000);

  test.each(['paste', 'drop'] as const)(
    'takes nothing by %s that would hold it up, and it is told which',
    (kind) => {
      const told = vi.fn();
      onTestFinished(guardFields(told));
      render(
        <label>
          Token
          <input defaultValue="kept" />
        </label>,
      );
      render(<textarea aria-label="Message" />);
      const isTaken = (field: HTMLElement, text: string) =>
        kind === 'paste'
          ? fireEvent.paste(field, { clipboardData: { getData: () => text } })
          : fireEvent.drop(field, { dataTransfer: { getData: () => text } });
      expect(isTaken(screen.getByLabelText('Message'), 'a'.repeat(2_000))).toBe(true);
      expect(told).not.toHaveBeenCalled();
      for (const label of ['Token', 'Message']) {
        expect(isTaken(screen.getByLabelText(label), word)).toBe(false);
        expect(told).toHaveBeenLastCalledWith(label, 1_000_000);
      }
    },
  );

  test('what a dialog’s own field keeps out is not told twice', () => {
    const told = vi.fn();
    onTestFinished(guardFields(told));
    render(<TextField label="Name" value="" onChange={vi.fn()} />);
    fireEvent.paste(screen.getByRole('textbox'), { clipboardData: { getData: () => word } });
    expect(screen.getByText(/^Nothing was put in/)).toBeTruthy();
    expect(told).not.toHaveBeenCalled();
  });
});

describe('a choice', () => {
  const choices = [
    { id: 'one', label: 'One' },
    { id: 'two', label: 'Two', reason: 'Not for you.' },
    { id: 'three', label: 'Three' },
  ] as const;

  test('lists what cannot be chosen with its reason, and gives what is chosen', () => {
    const onChange = vi.fn();
    render(<ChoiceField label="Group" choices={choices} value="one" onChange={onChange} />);
    fireEvent.click(screen.getByRole('button', { name: /Group/ }));
    const refused = screen.getByRole('option', { name: /Two/ });
    expect(refused.textContent).toContain('Not for you.');
    expect(refused.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(refused);
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('option', { name: 'Three' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('three');
  });

  test('shows its placeholder where none is chosen', () => {
    render(
      <ChoiceField label="Group" choices={choices} value={null} placeholder="Mixed" onChange={vi.fn()} />,
    );
    expect(screen.getByRole('button', { name: /Group/ }).textContent).toContain('Mixed');
  });
});

describe('a field of known values or a new one', () => {
  function Combo({ first, onChange }: { first: string; onChange: (value: string) => void }) {
    const [value, setValue] = useState(first);
    return (
      <ComboField
        label="Tag"
        options={['servers', 'kiosks', '__proto__']}
        value={value}
        clearLabel="Clear"
        openLabel="Show"
        onChange={(next) => {
          onChange(next);
          setValue(next);
        }}
      />
    );
  }
  const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Tag' });

  test('takes a new one as it is typed, and keeps it when it is left', () => {
    render(<Combo first="" onChange={vi.fn()} />);
    field().focus();
    fireEvent.change(field(), { target: { value: 'brand new' } });
    fireEvent.blur(field());
    expect(field().value).toBe('brand new');
  });

  test('offers those that match, and all of them by its button', () => {
    render(<Combo first="servers" onChange={vi.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: /Show/ }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'servers',
      'kiosks',
      '__proto__',
    ]);
    fireEvent.click(screen.getByRole('option', { name: 'kiosks' }));
    expect(field().value).toBe('kiosks');
  });

  test('is cleared by its cross', () => {
    const onChange = vi.fn();
    render(<Combo first="servers" onChange={onChange} />);
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(onChange).toHaveBeenLastCalledWith('');
    expect(field().value).toBe('');
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
  });
});
