import { readLiterateNavigation } from './readLiterateNavigation';

// The example of the documentation of mkdocs-literate-nav, and its wildcard.
it('reads the list of a file as pages, sections and the rest', () => {
  expect(
    readLiterateNavigation(
      [
        '# Contents',
        '',
        '* [Frob](index.md)',
        '* [Baz](baz.md)',
        '* Borgs',
        '    * [Bar](borgs/index.md)',
        '    * [Foo](borgs/foo.md "Title")',
        '* [Guides](guides/)',
        '* *',
        '',
        'Text',
        '- [After](after.md)',
      ].join('\n'),
    ),
  ).toEqual([
    { Frob: 'index.md' },
    { Baz: 'baz.md' },
    { Borgs: [{ Bar: 'borgs/index.md' }, { Foo: 'borgs/foo.md' }] },
    { Guides: 'guides/' },
    '*',
  ]);
});

it.each([
  [
    'a page as the first of its section',
    '* [Guide](guide/index.md)\n    * [Install](guide/install.md)\n    * [Use](guide/use.md)\n* [Faq](faq.md)',
    [
      {
        Guide: [
          'guide/index.md',
          { Install: 'guide/install.md' },
          { Use: 'guide/use.md' },
        ],
      },
      { Faq: 'faq.md' },
    ],
  ],
  [
    'patterns, also below a section',
    '* Borgs\n    * [Bar](borgs/bar.md)\n    * *.md\n* api/v1/*.md\n* */\n* \\*',
    [{ Borgs: [{ Bar: 'borgs/bar.md' }, '*.md'] }, 'api/v1/*.md', '*/', '*'],
  ],
  [
    'the list behind the last mark',
    '# Product\n\n- Fast\n- Small\n\n<!--nav-->\n\n- [No](no.md)\n\n<!--nav-->\n\nText\n\n1. [Start](README.md)\n2. [Faq](faq.md)\n\nMore\n\n- [After](after.md)',
    [{ Start: 'README.md' }, { Faq: 'faq.md' }],
  ],
  [
    'the last list without a mark',
    '- Fast\n- Small\n\nThe pages:\n\n- [Start](README.md)\n\n- [Faq](faq.md)\n\n```\n\n- [Code](code.md)\n```',
    [{ Start: 'README.md' }, { Faq: 'faq.md' }],
  ],
  [
    'items below a link only where they are indented by four',
    '<!-- Pages -->\n- [A](a.md)\n  - [B](b.md)\n- C\n  - [D](d.md)',
    [{ A: 'a.md' }, { B: 'b.md' }, { C: [{ D: 'd.md' }] }],
  ],
  ['no list that leads nowhere', '# Product\n\n- Fast\n- Small\n  - Cheap', []],
])('reads %s', (_what, text, expected) => {
  expect(readLiterateNavigation(text)).toEqual(expected);
});

it('finds nothing in a page without a list', () => {
  expect(readLiterateNavigation('# Title\n\nText')).toEqual([]);
});
