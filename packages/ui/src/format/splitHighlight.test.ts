import { splitHighlight } from './splitHighlight';

it.each([
  ['a <1>b</1> c', ['a ', '[b]', ' c']],
  ['<1>a</1><1>b</1>', ['[a]', '[b]']],
  ['<1>not closed', ['[not closed]']],
  ['closed</1> only', ['closed</1> only']],
  ['', []],
])('splits %p', (text, parts) => {
  expect(
    splitHighlight(text, { preTag: '<1>', postTag: '</1>' }).map(part =>
      part.isMatch ? `[${part.text}]` : part.text,
    ),
  ).toEqual(parts);
});
