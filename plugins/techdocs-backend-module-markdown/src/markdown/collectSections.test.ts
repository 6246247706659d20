import { renderFragment } from '../__testUtils__/renderFragment';

it('keeps one space in place of each white space', () => {
  const { sections } = renderFragment(
    'a  b\tc\n\n```\n\n\td \t e\u00a0\u2003f  \n\n g\n```\n',
  );
  expect(sections[0].text).toBe('a b c d e f g');
});
