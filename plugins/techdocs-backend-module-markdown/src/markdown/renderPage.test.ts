import { plainDialect } from './MarkdownDialect';
import { renderFragment } from '../__testUtils__/renderFragment';

const heading = (level: number, id: string, text: string) =>
  `<h${level} id="${id}">${text}<a class="headerlink" href="#${id}" title="Permanent link">&para;</a></h${level}>`;

const cases: [name: string, source: string, fragments: string[]][] = [
  [
    'CommonMark text',
    'Some *soft* and **hard** `code`.',
    ['<p>Some <em>soft</em> and <strong>hard</strong> <code>code</code>.</p>'],
  ],
  [
    'headings with anchors, counting repeated ones',
    '# Getting Started!\n\n## Über uns\n\n## Über uns',
    [
      heading(1, 'getting-started', 'Getting Started!'),
      heading(2, 'uber-uns', 'Über uns'),
      heading(2, 'uber-uns_1', 'Über uns'),
    ],
  ],
  [
    'headings with an id of their own',
    '## Install {: #setup .wide }',
    [
      '<h2 id="setup" class="wide">Install<a class="headerlink" href="#setup" title="Permanent link">&para;</a></h2>',
    ],
  ],
  [
    'GFM tables with alignment',
    '| Name | Age |\n|:-----|----:|\n| Ada  | 36  |',
    [
      '<th style="text-align:left">Name</th>',
      '<td style="text-align:right">36</td>',
    ],
  ],
  ['strikethrough', '~~gone~~', ['<s>gone</s>']],
  [
    'mark, subscript, superscript and insertions',
    '==new== H~2~O x^2^ ^^*more*^^ a^^',
    [
      '<mark>new</mark> H<sub>2</sub>O x<sup>2</sup> <ins><em>more</em></ins> a^^',
    ],
  ],
  [
    'full addresses as links, and names with dots as text',
    'See https://acme.example/a and backend.add',
    [
      '<a href="https://acme.example/a">https://acme.example/a</a> and backend.add',
    ],
  ],
  [
    'task lists',
    '- [x] done\n- [ ] open',
    [
      '<li class="task-list-item"><label class="task-list-control"><input type="checkbox" disabled checked><span class="task-list-indicator"></span></label> done</li>',
      '<label class="task-list-control"><input type="checkbox" disabled><span class="task-list-indicator"></span></label> open</li>',
    ],
  ],
  [
    'footnotes, also referred to twice',
    'One[^a] two[^a].\n\n[^a]: The note.',
    [
      '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>',
      '<sup id="fnref2:a"><a class="footnote-ref" href="#fn:a">1</a></sup>',
      '<div class="footnote">\n<hr>\n<ol>\n<li id="fn:a"><p>The note.',
      '<a class="footnote-backref" href="#fnref:a" title="Jump back to footnote 1 in the text">',
    ],
  ],
  [
    'definition lists',
    'Term\n: Meaning',
    ['<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>'],
  ],
  [
    'abbreviations',
    'The SLO holds.\n\n*[SLO]: service level objective',
    ['The <abbr title="service level objective">SLO</abbr> holds.'],
  ],
  ['emoji by name', 'Ship it :rocket:', ['<p>Ship it 🚀</p>']],
  [
    'keys',
    '++ctrl+alt+f5++',
    [
      '<span class="keys"><kbd class="key-control">Ctrl</kbd><span>+</span><kbd class="key-alt">Alt</kbd><span>+</span><kbd class="key-f5">F5</kbd></span>',
    ],
  ],
  [
    'admonitions with nested blocks',
    '!!! warning "Mind the *gap*"\n    First.\n\n    - item\n\nAfter.',
    [
      '<div class="admonition warning">\n<p class="admonition-title">Mind the <em>gap</em></p>\n<p>First.</p>\n<ul>\n<li>item</li>\n</ul>\n</div>\n<p>After.</p>',
    ],
  ],
  [
    'admonitions without a title',
    '!!! note ""\n    Text',
    ['<div class="admonition note">\n<p>Text</p>\n</div>'],
  ],
  [
    'admonitions inside list items',
    '1. One\n\n    !!! tip\n        Nested\n\n2. Two',
    [
      '<p class="admonition-title">Tip</p>\n<p>Nested</p>\n</div>\n</li>',
      '<li>\n<p>Two</p>\n</li>',
    ],
  ],
  [
    'details, closed and open',
    '??? note "More"\n    Text\n\n???+ tip\n    Open',
    [
      '<details class="note">\n<summary>More</summary>\n<p>Text</p>\n</details>',
      '<details class="tip" open="open">\n<summary>Tip</summary>\n<p>Open</p>\n</details>',
    ],
  ],
  [
    'GitHub alerts',
    '> [!CAUTION]\n> Hot.\n\n> Plain quote',
    [
      '<div class="admonition danger">\n<p class="admonition-title">Caution</p>\n<p>Hot.</p>\n</div>',
      '<blockquote>\n<p>Plain quote</p>\n</blockquote>',
    ],
  ],
  [
    'content tabs',
    '=== "npm"\n\n    one\n\n===+ "yarn"\n\n    two',
    [
      '<div class="tabbed-set tabbed-alternate" data-tabs="1:2">',
      '<input id="__tabbed_1_1" name="__tabbed_1" type="radio"><input checked="checked" id="__tabbed_1_2" name="__tabbed_1" type="radio">',
      '<div class="tabbed-labels"><label for="__tabbed_1_1">npm</label><label for="__tabbed_1_2">yarn</label></div>',
      '<p>two</p>\n</div>\n</div></div>',
    ],
  ],
  [
    'attribute lists on links, images and paragraphs',
    '[Go](https://a.example){ .md-button target=_blank }\n\n![A plan](a.png){ width="300" }\n\nText\n{: .lead }',
    [
      '<a href="https://a.example" class="md-button" target="_blank">Go</a>',
      '<img src="a.png" alt="A plan" width="300">',
      '<p class="lead">Text</p>',
    ],
  ],
  [
    'braces that are no attribute list as text',
    '## GET /users/{id}\n\n`PUT`{id} and {x: 1}',
    ['GET /users/{id}<a', '<code>PUT</code>{id} and {x: 1}'],
  ],
  [
    'Mermaid fences as code that reads well',
    '```mermaid\ngraph TD; A-->B\n```',
    ['<pre class="mermaid"><code>graph TD; A--&gt;B</code></pre>'],
  ],
  [
    'fences with title, line numbers and marked lines',
    '```{.text title="a<b.txt" linenums="9" hl_lines="2"}\none\ntwo\n```',
    [
      '<div class="language-text highlight"><span class="filename">a&lt;b.txt</span><pre><code tabindex="0"><span class="linenos" data-linenos=" 9 "></span>one\n',
      '<span class="hll"><span class="linenos" data-linenos="10 "></span>two\n</span></code></pre></div>',
    ],
  ],
  [
    'highlighted code with the classes of Pygments',
    '```python\nreturn "x"  # why\n```',
    [
      '<span class="k">return</span>',
      '<span class="s">&quot;x&quot;</span>',
      '<span class="c1"># why</span>',
    ],
  ],
  [
    'math as MathML without the TeX annotation',
    'Area $a^2$, price $5 and $6, and $HOME.\n\n$$\n\\frac{1}{2}\n$$',
    [
      '<span class="arithmatex"><span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><msup><mi>a</mi><mn>2</mn></msup></mrow></math></span></span>, price $5 and $6, and $HOME.',
      '<div class="arithmatex"><span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow></math></span></div>',
    ],
  ],
  [
    'plain HTML that is harmless, with Markdown inside',
    '<div class="grid cards" markdown>\n\n- **One**\n\n</div>\n\n<kbd>Q</kbd> <img src="a.png" width="20">',
    [
      '<div class="grid cards">\n<ul>\n<li><strong>One</strong></li>\n</ul>\n</div>',
      '<kbd>Q</kbd> <img src="a.png" width="20" />',
    ],
  ],
  [
    'Markdown inside HTML that asks for it',
    '<figure markdown="span">\n  ![Plan](a.png)\n  <figcaption>The *plan*</figcaption>\n</figure>\n\n<div class="wide" markdown="1">\n<div markdown>\n\n- item\n\n</div>\n</div>\n\nAfter',
    [
      '<figure>\n<img src="a.png" alt="Plan" />\n<figcaption>The <em>plan</em></figcaption></figure>',
      '<div class="wide">\n<div>\n<ul>\n<li>item</li>\n</ul>\n</div>\n</div>\n<p>After</p>',
    ],
  ],
  [
    'HTML that asks for Markdown and never ends as it is',
    '<div markdown>\n\n*text*',
    ['<div>\n<p><em>text</em></p>'],
  ],
  [
    'inline code without the language it names',
    '`#!nolang print()`, `#!/bin/sh` and ` #!js a `',
    ['<code>print()</code>, <code>#!/bin/sh</code> and <code>#!js a</code>'],
  ],
  [
    'icons of mkdocs-material with attributes',
    ':material-check:{ .lg .middle } :octicons-bug-24: :fontawesome-brands-github: :simple-python: :rocket:',
    [
      '<span class="twemoji lg middle"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true"><path ',
      '<span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"',
      // The box of Font Awesome's own drawing.
      '<span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 496 512"',
      '</span> 🚀</p>',
    ],
  ],
  [
    'definitions whose term is a comment',
    '<!-- option -->\n\n:   !!! note\n\n        Inside\n\n    More\n\n: Second\n\nText',
    [
      '</dt>\n<dd>\n<div class="admonition note">\n<p class="admonition-title">Note</p>\n<p>Inside</p>\n</div>\n<p>More</p>\n</dd>\n<dd>\n<p>Second</p>\n</dd>\n</dl>\n<p>Text</p>',
    ],
  ],
  [
    'Markdown behind a comment that starts an item or a definition',
    '- <!-- a --> one *two*\n  three\n\nTerm\n:   <!-- b --> four\n    `five`',
    ['one <em>two</em>\nthree</li>', ' four\n<code>five</code></dd>'],
  ],
  [
    'ids of headings without letters, and of repeated ones, as Python-Markdown does',
    '# ?\n\n# !\n\n# A 1\n\n# A_1\n\n# A_1\n\n# B_2\n\n# B_2',
    ['id="_1"', 'id="_2"', 'id="a-1"', 'id="a_1"', 'id="a_2"', 'id="b_3"'],
  ],
  [
    'the contents of the page where it asks for them',
    '# Top\n\n[TOC]\n\n## First & *second*\n\n#### Deep\n\n## Last',
    [
      '<div class="toc">\n<ul>\n<li><a href="#top">Top</a><ul>\n<li><a href="#first-second">First &amp; second</a><ul>\n<li><a href="#deep">Deep</a></li>\n</ul>\n</li>\n<li><a href="#last">Last</a></li>\n</ul>\n</li>\n</ul>\n</div>',
    ],
  ],
  [
    'code annotations as notes below the code',
    '```yaml\nport: 80 # (1)!\nhost: a # see (2) too\n```\n\n1. The *port*.\n2. The host.',
    [
      '<span class="md-code-note" data-note="1"></span>\n',
      '<span class="c1"># see <span class="md-code-note" data-note="2"></span> too</span>',
      '<ol class="md-code-notes">\n<li>The <em>port</em>.</li>',
    ],
  ],
  [
    'numbers in comments that no list explains as they are',
    '```yaml\nport: 80 # (1)!\n```\n\nText',
    ['# (1)!'],
  ],
];

it.each(cases)('renders %s', (_name, source, fragments) => {
  const { html } = renderFragment(source);
  for (const fragment of fragments) {
    expect(html).toContain(fragment);
  }
});

it('reads front matter, and names the title, headings and sections', () => {
  const page = renderFragment(
    '---\ntitle: Run book\nhide: [toc]\n---\nIntro.\n\n# Heading\n\nUnder it.\n\n## Stop `now`\n\nPull the plug.',
  );
  expect(page.title).toBe('Run book');
  expect(page.hidden).toEqual(['toc']);
  expect(page.headings).toEqual([
    { level: 1, id: 'heading', text: 'Heading' },
    { level: 2, id: 'stop-now', text: 'Stop now' },
  ]);
  expect(page.sections).toEqual([
    { id: undefined, title: '', text: 'Intro.' },
    { id: 'heading', title: 'Heading', text: 'Under it.' },
    { id: 'stop-now', title: 'Stop now', text: 'Pull the plug.' },
  ]);
});

it.each(['---', '...', '--- '])(
  'reads front matter to the line %s, whatever its text ends with',
  end => {
    const page = renderFragment(
      `---\ndescription: When, and why...\ntitle: Refunds ---\nhide: [toc]\n${end}\nBody`,
    );
    expect(page).toMatchObject({
      title: 'Refunds ---',
      description: 'When, and why...',
      hidden: ['toc'],
      html: '<p>Body</p>\n',
      warnings: [],
    });
  },
);

it('takes front matter without anything in it', () => {
  expect(renderFragment('---\n---\nBody').html).toBe('<p>Body</p>\n');
});

it('writes smart symbols where the site asks for them', () => {
  const source =
    '(c) 1/2 11/2 --> <-- <--> =/= +/- (tm) c/o 1st 11th 22nd a1st `-->` https://a.example/1/2';
  const { html } = renderFragment(source, {
    dialect: { ...plainDialect, hasSmartSymbols: true },
  });
  expect(html).toBe(
    '<p>© ½ 11/2 → ← ↔ ≠ ± ™ ℅ 1<sup>st</sup> 11<sup>th</sup> 22<sup>nd</sup> a1st <code>--&gt;</code> <a href="https://a.example/1/2">https://a.example/1/2</a></p>\n',
  );
  expect(renderFragment('(c) 1st').html).toBe('<p>(c) 1st</p>\n');
});

it('shows the marks of an editor where the site asks for them', () => {
  const source =
    '{--gone--} {++new **b**++} {~~old~>now~~} {==this==}{>>why *so*<<} `{++a++}`';
  const { html } = renderFragment(source, {
    dialect: { ...plainDialect, hasCriticMarks: true },
  });
  expect(html).toBe(
    '<p><del class="critic">gone</del> <ins class="critic">new <strong>b</strong></ins> ' +
      '<del class="critic">old</del><ins class="critic">now</ins> ' +
      '<mark class="critic">this</mark><span class="critic comment">why *so*</span> ' +
      '<code>{++a++}</code></p>\n',
  );
  expect(renderFragment('{--kept--}').html).toBe('<p>{--kept--}</p>\n');
});

it('keeps the source of diagrams out of what is searched', () => {
  const { sections } = renderFragment(
    'Before\n\n```mermaid\ngraph TD; A-->B\n```\n\n```sh\nmake deploy\n```',
  );
  expect(sections[0].text).toBe('Before make deploy');
});

it('says which icons it does not know', () => {
  const { html, warnings } = renderFragment('a :material-no-such-thing: b');
  expect(html).toBe('<p>a  b</p>\n');
  expect(warnings).toEqual([
    {
      kind: 'unknown-icon',
      message:
        "The icon ':material-no-such-thing:' is not known and was left out",
      messages: {
        message: [
          {
            key: 'docs.warning.iconUnknown',
            values: { icon: ':material-no-such-thing:' },
          },
        ],
      },
    },
  ]);
});

it('counts the words of text and not of code blocks', () => {
  const { wordCount } = renderFragment(
    "# Two words\n\nIt's a well-known `fact`, v1.2.\n\n- 東京\n\n```sh\nmake all of it\n```",
  );
  // Two, words, It's, a, well-known, fact, v1.2, 東, 京
  expect(wordCount).toBe(9);
});

it('keeps a page with broken front matter and says so', () => {
  const { html, warnings } = renderFragment('---\na: [\n---\nBody');
  expect(html).toBe('<p>Body</p>\n');
  expect(warnings).toEqual([expect.objectContaining({ kind: 'front-matter' })]);
});

it('shows a formula it cannot read as code, with the line', () => {
  const { html, warnings } = renderFragment('Text\n\n$$\n\\frac{1\n$$');
  expect(html).toContain('<pre><code>\\frac{1</code></pre>');
  expect(warnings).toEqual([
    expect.objectContaining({ kind: 'math', line: 3 }),
  ]);
});

it('leaves code plain when highlighting takes too long', () => {
  const { html, warnings } = renderFragment('```js\nlet a = 1;\n```', {
    maxHighlightMilliseconds: 0,
  });
  expect(html).toContain('<code tabindex="0">let a = 1;\n</code>');
  expect(warnings).toEqual([expect.objectContaining({ kind: 'limit' })]);
});

it('highlights again after a page ran out of time', () => {
  const { html } = renderFragment('```js\nlet a = 1;\n```');
  expect(html).toContain('<span class="k">let</span>');
});
