import { stylesheet } from './stylesheet';

const ruleOf = (selector: string) =>
  stylesheet
    .split('\n')
    .filter(line => line.includes(selector))
    .join('\n');

it('draws the sign of a key, which nobody reads aloud', () => {
  expect(ruleOf('.key-control')).toContain("content: '⌃' / ''");
});

it('counts nested lists by letters, then by Roman numerals', () => {
  expect(ruleOf('ol ol:not([type], .md-code-notes) {')).toContain(
    'lower-alpha',
  );
  expect(ruleOf('ol ol ol:not([type], .md-code-notes) {')).toContain(
    'lower-roman',
  );
});

it('underlines links in all text, bold or not', () => {
  expect(ruleOf('strong, b,')).toMatch(
    /:is\(p, .*\bstrong\b.*\) > a \{ text-decoration: underline/,
  );
});
