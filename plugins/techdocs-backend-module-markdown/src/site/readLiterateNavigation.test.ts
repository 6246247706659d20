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
    '...',
  ]);
});

it('finds nothing in a page without a list', () => {
  expect(readLiterateNavigation('# Title\n\nText')).toEqual([]);
});
