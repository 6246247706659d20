import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { TypeAhead } from './TypeAhead';

const onClose = jest.fn();
const onPageKey = jest.fn();

function Page() {
  const [text, setText] = useState('');
  return (
    <>
      <output>{text}</output>
      <button type="button" onKeyDown={({ key }) => onPageKey(key)}>
        Open
      </button>
      <input aria-label="Another field" />
      <TypeAhead onChange={setText} onClose={onClose} />
    </>
  );
}

/** Whether the page may act on the key. */
const press = (key: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(screen.getByText('Open'), { key, ...init });

beforeEach(() => {
  jest.clearAllMocks();
  render(<Page />);
});

it('keeps what is typed from what has the focus', () => {
  for (const key of ['P', 'a', 'x', 'Backspace', 'y', ' ', '?', 'Enter']) {
    expect(press(key)).toBe(false);
  }
  expect(screen.getByRole('status')).toHaveTextContent('Pay ?');
  expect(onPageKey).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});

it('closes by Escape', () => {
  press('Escape');
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('leaves other keys, shortcuts and fields alone', () => {
  expect(press('Tab')).toBe(true);
  expect(press('r', { ctrlKey: true })).toBe(true);
  expect(press('ArrowLeft', { altKey: true })).toBe(true);
  expect(press('k', { metaKey: true })).toBe(true);
  expect(onPageKey.mock.calls.flat()).toEqual(['Tab', 'r', 'ArrowLeft', 'k']);
  const field = screen.getByLabelText('Another field');
  expect(fireEvent.keyDown(field, { key: 'x' })).toBe(true);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

it('takes letters that are typed by AltGr', () => {
  press('ł', { ctrlKey: true, altKey: true, modifierAltGraph: true });
  expect(screen.getByRole('status')).toHaveTextContent('ł');
});
