import { renderFragment } from '../__testUtils__/renderFragment';

const definitions = '\n  [one]: https://one.example\n  [two]: two.md "Second"';

// The expected HTML is what Python-Markdown 3.7 writes.
it.each([
  [
    'a space or a line end between the text and the name',
    `A [use *x*] [one] and [c]\n[two], not [b] [nope].\n${definitions}`,
    '<p>A <a href="https://one.example">use <em>x</em></a> and <a href="two.md" title="Second">c</a>, not [b] [nope].</p>\n',
  ],
  [
    'an empty name behind a space',
    `[one] []\n${definitions}`,
    '<p><a href="https://one.example">one</a></p>\n',
  ],
  [
    'a text that is a name itself, in front of a name that is none',
    `[one][meta.one] and [one][two]\n${definitions}`,
    '<p><a href="https://one.example">one</a>[meta.one] and <a href="two.md" title="Second">one</a></p>\n',
  ],
  [
    'no image as a link',
    `![img] [one]\n${definitions}`,
    '<p>![img] <a href="https://one.example">one</a></p>\n',
  ],
  [
    'definitions right below a paragraph',
    'A [one].\n[one]: https://one.example\nB',
    '<p>A <a href="https://one.example">one</a>.</p>\n<p>B</p>\n',
  ],
])('reads %s', (_name, source, expected) => {
  expect(renderFragment(source).html).toBe(expected);
});

it('reads a footnote behind a reference, and definitions below the note', () => {
  const { html } = renderFragment(
    'A [one][^1]\n\n  [^1]: Note\n  [one]: https://one.example',
  );
  expect(html).toContain(
    '<a href="https://one.example">one</a><sup id="fnref:1">',
  );
  expect(html).toContain('<p>Note <a class="footnote-backref"');
});

it('keeps a note that is indented a little out of the list above', () => {
  const { html } = renderFragment(
    '- a[^1]\n- b\n\n  [^1]:\n      While all\n\n```\n  [^1]: code\n```',
  );
  expect(html).toContain('<li>b</li>\n</ul>\n');
  expect(html).toContain('<p>While all <a class="footnote-backref"');
  expect(html).toContain('  [^1]: code');
});
