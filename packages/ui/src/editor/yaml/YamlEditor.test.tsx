import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { YamlEditor } from './YamlEditor';

const NO_PROBLEMS = { own: [], earlier: [] };

beforeAll(() => {
  // CodeMirror measures text, which jsdom does not lay out.
  const nothing = document.createElement('span');
  Range.prototype.getClientRects = () => nothing.getClientRects();
});

function Editor(props: { onChange(text: string): void }) {
  const [text, setText] = useState('a: 1\r\nb: 2\r\n');
  return (
    <>
      <YamlEditor
        label="File"
        text={text}
        problems={NO_PROBLEMS}
        onChange={written => {
          props.onChange(written);
          setText(written);
        }}
      />
      <button onClick={() => setText('a: 1\nb: 2\n')}>Convert</button>
    </>
  );
}

it('gives back the line ends of the text it was given', async () => {
  const user = userEvent.setup();
  const onChange = jest.fn();
  render(<Editor onChange={onChange} />);
  const editor = screen.getByRole('textbox', { name: 'File' });
  await user.click(editor);
  await user.keyboard('x');
  expect(onChange).toHaveBeenLastCalledWith('xa: 1\r\nb: 2\r\n');

  // Nothing is left that says how lines end.
  await user.keyboard('{Control>}a{/Control}{Delete}');
  expect(onChange).toHaveBeenLastCalledWith('');
  await user.keyboard('{Control>}z{/Control}');
  expect(onChange).toHaveBeenLastCalledWith('xa: 1\r\nb: 2\r\n');

  await user.click(screen.getByRole('button', { name: 'Convert' }));
  await user.click(editor);
  await user.keyboard('y');
  expect(onChange).toHaveBeenLastCalledWith(
    expect.stringMatching(/^[^\r]*\n[^\r]*\n$/),
  );
});
