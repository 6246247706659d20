import { readdirSync } from 'node:fs';
import path from 'node:path';
import { escapeHtml } from './escapeHtml';
import { grammars } from './grammars';
import type { CodeBlock } from './highlightCode';
import { highlightCode } from './highlightCode';

const MILLISECONDS = 30_000;

function highlight(blocks: CodeBlock[]) {
  return highlightCode(blocks, MILLISECONDS).blocks;
}

/** Code whose lines mean something else below other lines. */
const BLOCKS = [
  ['typescript', 'const a = `x\nreturn 1;\n`;\nreturn 1;\n/*\nreturn 1;\n*/'],
  ['typescript', 'return 1;\n/*\nconst a = `x\n*/\nreturn 1;'],
  ['javascript', 'return 1;\nconst a = `x\nreturn 1;'],
  [
    'bash',
    'cat <<EOF\nif true; then\nEOF\nif true; then\n  echo "a\nfi\n"\nfi',
  ],
  ['bash', 'if true; then\n  echo a\nfi'],
  ['yaml', 'a: |\n  b: 1\n  # no comment\nb: 1\n# comment\n\nc: "x'],
  ['yaml', 'b: 1\n# comment\na: |\n  b: 1'],
  [
    'html',
    '<script>\nlet a = 1;\n</script>\nlet a = 1;\n<style>\na{}\n</style>',
  ],
  ['markdown', '# a\n\n```yaml\nb: 1\n```\nb: 1\n\n- a\n  b: 1'],
  ['python', '"""\ndef a():\n"""\ndef a():\n    return 1'],
  ['tsx', 'const a = <b c={`${d}`}>if</b>;'],
  ['php', '<b><?php echo "$a" /* b */ ?></b>'],
  ['java', '/** a @param b */ class A {}'],
  ['scss', '$a: 1px;\n.b { color: $a; }'],
  ['jinja', '<b>{{ a }}</b>{# c #}'],
  ['c', '#include <a>\nint main() { return 0; }'],
].map(([language, code]) => ({ language, code }));

it('has every grammar but those that change others, each of which loads', () => {
  const folder = path.join(
    path.dirname(require.resolve('refractor/core')),
    '../lang',
  );
  const installed = readdirSync(folder)
    .filter(file => file.endsWith('.js'))
    .map(file => file.slice(0, -'.js'.length));
  expect(installed.filter(name => !grammars[name])).toEqual([
    'arturo',
    'cilkc',
    'cilkcpp',
    'css-extras',
    'haml',
    'javadoc',
    'javadoclike',
    'js-extras',
    'js-templates',
    'jsdoc',
    'markup-templating',
    'opencl',
    'php-extras',
    'phpdoc',
    'pug',
    'pure',
    't4-templating',
    'xml-doc',
  ]);
  const code = 'a = "b" # c';
  const all = Object.keys(grammars).map(language => ({ language, code }));
  const before = BLOCKS.flatMap(block => highlight([block]));
  for (const lines of highlight(all)) {
    const html = lines?.join('') ?? '';
    expect(html.replace(/<[^>]*>/g, '')).toBe('a = &quot;b&quot; # c');
  }
  // Code looks alike whichever was coloured before it.
  expect(highlight(BLOCKS)).toEqual(before);
});

it('knows what code is from the lines around it', () => {
  const [strings, , , , , , , html] = highlight(BLOCKS).map(
    lines => lines ?? [],
  );
  // `return 1;` in a string, below it, and in a comment.
  expect(strings[1]).toBe('<span class="s">return 1;</span>');
  expect(strings[3]).toBe(
    '<span class="k">return</span> <span class="mi">1</span>;',
  );
  expect(strings[5]).toBe('<span class="c1">return 1;</span>');
  // Scripts are coloured inside of HTML, and nowhere else in it.
  expect(html[1]).toBe(
    '<span class="k">let</span> a = <span class="mi">1</span>;',
  );
  expect(html[3]).toBe('let a = 1;');
});

it('colours front matter as YAML to the line that ends it', () => {
  const [lines = [], [yaml] = [], [heading] = []] = highlight([
    { language: 'md', code: '--- \ntitle: A...\n...\n# Title' },
    { language: 'yaml', code: 'title: A...' },
    { language: 'md', code: '# Title' },
  ]).map(block => block ?? []);
  expect([lines[1], lines[3]]).toEqual([yaml, heading]);
  expect(yaml).toContain('<span');
  expect(heading).toContain('<span');
});

it('colours code inside of Markdown by its own language, however it is nested', () => {
  const inner = '```python\nreturn 1\n```\n# Title';
  const code = [
    '---\ntitle: A\n---',
    inner,
    '- item\n\n  ~~~ { .js }\n  return 1;\n  ~~~',
    `\`\`\`\`md\n${inner}\n\`\`\`\``,
    '```no-such\nreturn 1\n```',
  ].join('\n');
  const blocks = highlight([
    { language: 'md', code },
    { language: 'yaml', code: 'title: A' },
    { language: 'python', code: 'return 1' },
    { language: 'js', code: '  return 1;' },
    { language: 'markdown', code: '# Title' },
  ]);
  const [lines = [], [yaml] = [], [python] = [], [js] = [], [title] = []] =
    blocks.map(block => block ?? []);
  expect(python).toContain('<span class="k">return</span>');
  const source = code.split('\n');
  const htmlOf = (text: string) =>
    lines.filter((_, index) => source[index] === text);
  expect(htmlOf('title: A')).toEqual([yaml]);
  // A language that nobody knows leaves its code to Markdown.
  expect(htmlOf('return 1')).toEqual([
    python,
    python,
    '<span class="s">return 1</span>',
  ]);
  expect(htmlOf('  return 1;')).toEqual([js]);
  // What stands behind a block is Markdown again.
  expect(htmlOf('# Title')).toEqual([title, title]);
});

it('leaves long lines, long code and languages it lacks plain', () => {
  const long = 'b<'.repeat(1_000);
  expect(
    highlight([
      { language: 'js', code: `let a;\n${long}\nlet a;` },
      { language: 'js', code: 'let a;\n'.repeat(14_286) },
      { language: 'no-such', code: 'let a;' },
      { language: 'constructor', code: 'let a;' },
    ]),
  ).toEqual([
    [
      '<span class="k">let</span> a;',
      'b&lt;'.repeat(1_000),
      '<span class="k">let</span> a;',
    ],
    undefined,
    undefined,
    undefined,
  ]);
});

it('loses none of the code, whatever is in it', () => {
  const code = '<?php /* {{ a }} {% b %} */ ?>\n\n___PHP0___ <b>"\'\n\t${`${';
  const blocks = ['php', 'django', 'twig', 'handlebars', 'tsx', 'bash'].map(
    language => ({ language, code }),
  );
  const coloured = highlight(blocks);
  for (const lines of coloured) {
    const text = lines?.join('\n').replace(/<[^>]*>/g, '');
    expect(text).toBe(escapeHtml(code));
  }
});

it('ends code that takes a grammar too long, and keeps what was coloured before', () => {
  // Prism looks for the end of a tag behind each start of one: for minutes.
  const slow = '<a '.repeat(30_000).replace(/(.{1000})/g, '$1\n');
  const quick = { language: 'js', code: 'let a;' };
  const coloured = ['<span class="k">let</span> a;'];
  expect(
    highlightCode([quick, { language: 'html', code: slow }, quick], 200),
  ).toEqual({ blocks: [coloured], isTimedOut: true });
  // Nothing is left behind in the grammars.
  expect(highlight([quick])).toEqual([coloured]);
});
