import { words } from './docsWords';
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
  ['a file that includes itself once', '--8<-- "loop.md"', ''],
  ['not when escaped', ';--8<-- "hello.md"', '--8<-- "hello.md"'],
])('includes %s', (_name, text, expected) => {
  expect(expand(text).text).toBe(expected);
});

it.each([
  ['../../etc/passwd', 'it lies outside the repository'],
  ['a/../../secret', 'it lies outside the repository'],
  ['/etc/passwd', 'it lies outside the repository'],
  ['..\\secret', 'it lies outside the repository'],
  ['https://evil.example/x', 'addresses on the web are not fetched'],
  ['none.md', 'there is no such file in the repository'],
  ['code.py:none', "the file has no section 'none'"],
])('leaves out %s and says why', (target, reason) => {
  const { text, problems } = expand(`x\n--8<-- "${target}"`);
  expect(text).toBe('x');
  const said = problems.map(({ message, line }) => [words.text(message), line]);
  expect(said).toEqual([
    [`The snippet '${target}' was left out: ${reason}`, 1],
  ]);
});

it('appends what the site appends to every page, and says which lines stay', () => {
  const read = (path: string) => files[path];
  expect(
    expandSnippets('# A', read, { appended: ['hello.md', 'none.md'] }),
  ).toEqual({
    text: '# A\n\nHello\n',
    files: ['hello.md'],
    hasMovedLines: false,
    problems: [
      {
        message: {
          key: 'docs.warning.snippetLeftOut',
          values: {
            snippet: 'none.md',
            reason: { key: 'docs.snippet.noFile' },
          },
        },
        line: undefined,
      },
    ],
  });
  expect(expand('--8<-- "hello.md"').hasMovedLines).toBe(true);
});

it('takes several ranges of lines, counted from the end too', () => {
  const text = ['one', 'two', 'three', 'four', 'five'].join('\n');
  const lines = (target: string) =>
    expandSnippets(`--8<-- "${target}"`, () => text).text.split('\n');
  expect(lines('a.md:2:3')).toEqual(['two', 'three']);
  expect(lines('a.md:4')).toEqual(['four', 'five']);
  expect(lines('a.md:1:1,4:5')).toEqual(['one', 'four', 'five']);
  expect(lines('a.md:-2:-1')).toEqual(['four', 'five']);
});

// Worked out by hand from the documentation of pymdownx.snippets and textwrap.dedent.
it('takes the indent of a part away where the site wants it', () => {
  const code = [
    'class A:',
    '    # --8<-- [start:body]',
    '    def a():',
    '  # --8<-- [start:other]',
    '        return 1',
    '  ',
    '    # --8<-- [end:body]',
  ].join('\n');
  const include = (target: string, isDedented: boolean) =>
    expandSnippets(`- --8<--\n\n  --8<-- "${target}"`, () => code, {
      isDedented,
    })
      .text.split('\n')
      .slice(2);
  expect(include('a.py:body', true)).toEqual([
    '  def a():',
    '      return 1',
    '',
  ]);
  expect(include('a.py:5', true)).toEqual(['  return 1', '']);
  expect(include('a.py:5:5', false)).toEqual(['          return 1']);
  expect(include('a.py', true)[0]).toBe('  class A:');
});

it('shows marks behind a semicolon, with one semicolon less', () => {
  const { text } = expandSnippets(
    ';--8<-- "a.md"\n;;--8<-- "a.md"\n# ;--8<-- [start:x]\n# --8<-- [end:x]\n',
    () => undefined,
  );
  expect(text).toBe('--8<-- "a.md"\n;--8<-- "a.md"\n# --8<-- [start:x]\n');
});
