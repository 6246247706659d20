import { highlight } from './highlight';

/** The parts that have a colour, and which. */
const coloured = (...of: Parameters<typeof highlight>) =>
  highlight(...of).map(line =>
    line.flatMap(({ text, color }) =>
      color ? [`${text} ${/-(\w+)\)$/.exec(color)?.[1]}`] : [],
    ),
  );

it('colours the lines of a definition', () => {
  expect(coloured('paths: # all\n  limit: 25\n  name: "a"', 'yaml')).toEqual([
    ['paths keyword', ': punctuation', '# all comment'],
    ['limit keyword', ': punctuation', '25 constant'],
    ['name keyword', ': punctuation', '"a" string'],
  ]);
  expect(coloured('{ "a": true }', 'json')).toEqual([
    [
      '{ punctuation',
      '"a" keyword',
      ': punctuation',
      'true constant',
      '} punctuation',
    ],
  ]);
});

it.each([
  ['message Order {', 'proto', 'message keyword'],
  ['type Order {', 'graphql', 'type keyword'],
] as const)('knows the words of %s', (text, language, part) => {
  expect(coloured(text, language)[0]).toContain(part);
});

it.each(['a: |\n  text\n\n  more\n', '\n\n', ''])(
  'loses nothing of %j',
  text => {
    const lines = highlight(text, 'yaml');
    expect(
      lines.map(line => line.map(part => part.text).join('')).join('\n'),
    ).toBe(text);
  },
);
