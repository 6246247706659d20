import { expandSnippets } from './expandSnippets';

const files: Record<string, string> = {
  'hello.md': 'Hello\n',
  'outer.md': 'Before\n--8<-- "hello.md"\n',
  'loop.md': '--8<-- "loop.md"\n',
  'code.py':
    'a = 1\n# --8<-- [start:body]\nb = 2\n# --8<-- [end:body]\nc = 3\n',
};

const expand = (text: string) =>
  expandSnippets(text, docPath => files[docPath]);

it.each([
  ['a whole file', 'x\n--8<-- "hello.md"\ny', 'x\nHello\ny'],
  ['files in a list', '--8<--\nhello.md\nnone.md\n--8<--', 'Hello'],
  ['nested files', '--8<-- "outer.md"', 'Before\nHello'],
  ['with the indent of the marker', '    --8<-- "hello.md"', '    Hello'],
  ['a section', '--8<-- "code.py:body"', 'b = 2'],
  ['some lines', '--8<-- "code.py:5:5"', 'c = 3'],
  ['not when escaped', ';--8<-- "hello.md"', '--8<-- "hello.md"'],
])('includes %s', (_name, text, expected) => {
  expect(expand(text).text).toBe(expected);
});

it.each([
  ['../../etc/passwd', 'it lies outside the docs folder'],
  ['a/../../secret', 'it lies outside the docs folder'],
  ['/etc/passwd', 'it lies outside the docs folder'],
  ['..\\secret', 'it lies outside the docs folder'],
  ['https://evil.example/x', 'addresses on the web are not fetched'],
  ['loop.md', 'it includes itself'],
  ['none.md', 'there is no such file in the docs folder'],
  ['code.py:none', "the file has no section 'none'"],
])('leaves out %s and says why', (target, reason) => {
  const { text, problems } = expand(`--8<-- "${target}"`);
  expect(text).toBe('');
  expect(problems).toEqual([
    { message: `The snippet '${target}' was left out: ${reason}` },
  ]);
});
