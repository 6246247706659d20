import { renderFragment } from '../__testUtils__/renderFragment';

/** What is between tags only to be read, and does not show. */
function squeeze(html: string): string {
  return html
    .replace(/\s*\n\s*/g, ' ')
    .replace(/> </g, '><')
    .trim();
}

function render(...lines: string[]): string {
  const { html } = renderFragment(lines.join('\n'));
  return squeeze(html);
}

// The expected HTML is what pymdown-extensions 10.13 writes for the same lines,
// but for the order of attributes and the end of empty elements.

it('draws a box that interrupts a paragraph, with its default title', () => {
  expect(
    render(
      ...['Text before', '/// note', 'Body *text*.', '', '- a', '- b', '///'],
      'After',
    ),
  ).toBe(
    '<p>Text before</p><div class="admonition note">' +
      '<p class="admonition-title">Note</p><p>Body <em>text</em>.</p>' +
      '<ul><li>a</li><li>b</li></ul></div><p>After</p>',
  );
});

it('gives a box its own title, attributes and no title', () => {
  expect(
    render(
      ...['/// note | My **title**', '    attrs: {class: special, id: here}'],
      ...['', 'Text', '///', '', '/// note |', 'untitled', '///'],
    ),
  ).toBe(
    '<div class="admonition note special" id="here">' +
      '<p class="admonition-title">My <strong>title</strong></p><p>Text</p></div>' +
      '<div class="admonition note"><p>untitled</p></div>',
  );
});

it('nests blocks by the number of slashes and reads no markers in code', () => {
  expect(
    render(
      ...['/// admonition | Title', '    type: warning', ''],
      ...['//// details | More', '    open: true', '    type: tip', ''],
      ...['```', '/// note', '////', '```', '////', '///'],
    ),
  ).toBe(
    '<div class="admonition warning"><p class="admonition-title">Title</p>' +
      '<details class="tip" open="open"><summary>More</summary>' +
      '<div class="highlight"><pre><code tabindex="0">/// note //// </code></pre></div>' +
      '</details></div>',
  );
});

it('stands inside the item of a list, and goes on to the end when nothing closes it', () => {
  expect(
    render('- item', '', '    /// tip', '    inside', '    ///', '', '- b'),
  ).toBe(
    '<ul><li><p>item</p><div class="admonition tip">' +
      '<p class="admonition-title">Tip</p><p>inside</p></div></li>' +
      '<li><p>b</p></li></ul>',
  );
  expect(render('/// details', 'open', '', 'end')).toBe(
    '<details><p>open</p><p>end</p></details>',
  );
});

it('leaves what it does not know as text', () => {
  expect(render('/// unknown', 'x', '///')).toBe('<p>/// unknown x ///</p>');
  expect(render('/// note', '    - no options', 'x', '///')).toContain(
    '/// note',
  );
});

it('makes one group of tabs that follow one another', () => {
  const html = render(
    ...['/// tab | A', 'One', '///', '', '/// tab | B', '    select: true', ''],
    ...['Two', '///', '', '/// tab | C', '    new: true', '', 'Three', '///'],
  );
  expect(html).toContain(
    '<div class="tabbed-set tabbed-alternate" data-tabs="1:2">' +
      '<input id="__tabbed_1_1" name="__tabbed_1" type="radio">' +
      '<input checked="checked" id="__tabbed_1_2" name="__tabbed_1" type="radio">' +
      '<div class="tabbed-labels"><label for="__tabbed_1_1">A</label>' +
      '<label for="__tabbed_1_2">B</label></div><div class="tabbed-content">' +
      '<div class="tabbed-block"><p>One</p></div>' +
      '<div class="tabbed-block"><p>Two</p></div></div></div>' +
      '<div class="tabbed-set tabbed-alternate" data-tabs="2:1">',
  );
});

it('makes terms of paragraphs and definitions of items', () => {
  expect(
    render(
      ...['/// define', 'Apple', '', '- A fruit of trees.', '', 'Orange', ''],
      ...['- An evergreen one.', '', '///'],
    ),
  ).toBe(
    '<dl><dt>Apple</dt><dd>A fruit of trees.</dd>' +
      '<dt>Orange</dt><dd>An evergreen one.</dd></dl>',
  );
});

it('writes elements by their selector, with blocks, text or neither inside', () => {
  expect(
    render(
      ...['/// html | div.card#first[title="A"]', 'Some *text*', '///', ''],
      ...['/// html | p.x', 'inline *text*', '///', ''],
      ...['/// html | pre', 'raw *text* <b>', '///'],
    ),
  ).toBe(
    '<div class="card" id="first" title="A"><p>Some <em>text</em></p></div>' +
      '<p class="x"> inline <em>text</em></p>' +
      '<pre> raw *text* &lt;b&gt;</pre>',
  );
});

it('gives captions to the block above and counts the figures', () => {
  expect(
    render(
      ...['One', '', '/// table-caption', 'Fruit', '///', ''],
      ...['Two', '', '/// figure-caption', '    attrs: {id: me}', ''],
      ...['Caption', '///', '', '/// caption | <', 'Nothing', '///', ''],
      ...['/// figure-caption', 'Outer', '///'],
    ),
  ).toBe(
    '<figure id="__table-caption_1"><p>One</p><figcaption>' +
      '<p><span class="caption-prefix">Table 1.</span> Fruit</p></figcaption></figure>' +
      '<figure id="__figure-caption_1"><figure><figcaption><p>Nothing</p></figcaption>' +
      '<figure id="me"><p>Two</p><figcaption>' +
      '<p><span class="caption-prefix">Figure 1.1.</span> Caption</p></figcaption>' +
      '</figure></figure><figcaption>' +
      '<p><span class="caption-prefix">Figure 1.</span> Outer</p></figcaption></figure>',
  );
});

it('lets nothing through that an author may not write as HTML', () => {
  const html = render(
    ...['/// html | script', 'alert(1)', '///', ''],
    ...['/// html | div[onclick="alert(1)"]', 'a', '///', ''],
    ...['/// html | div', '    attrs: {onclick: alert(1), class: kept}', ''],
    ...['b', '///', '', '/// html | a[href="javascript:alert(1)"]', 'c', '///'],
    ...[
      '',
      '/// html | div',
      '    markdown: html',
      '',
      '<img src=x onerror=a>',
    ],
    ...[
      '///',
      '',
      '/// note',
      '    attrs: {onclick: alert(1)}',
      '',
      'd',
      '///',
    ],
  );
  expect(html).not.toMatch(/<script|onclick|javascript:|onerror/);
  expect(html).toContain('<div class="kept"><p>b</p></div>');
});

/** Time of this process alone; a busy machine changes it little. */
function processorSeconds(source: string): number {
  const before = process.cpuUsage();
  renderFragment(source);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

it.each([
  ['that nothing closes', (n: number) => '/// note\n'.repeat(n)],
  [
    'that close late',
    (n: number) => '/// note\n'.repeat(n) + '///\n'.repeat(n),
  ],
  ['in tabs', (n: number) => '/// tab | A\n//// note\n'.repeat(n)],
  ['of captions', (n: number) => '/// caption\n///\n'.repeat(n)],
])('takes time in proportion to the blocks %s', (_name, write) => {
  const few = processorSeconds(write(4_000));
  const many = processorSeconds(write(16_000));
  // In proportion it is 4 times as long, with the square of them 16 times.
  expect(many).toBeLessThan(Math.max(few, 0.05) * 10);
});
