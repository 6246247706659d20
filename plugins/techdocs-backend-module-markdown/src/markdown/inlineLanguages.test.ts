import { renderFragment } from '../__testUtils__/renderFragment';

it('colours words of code as it colours a block of them', () => {
  const { html } = renderFragment(
    'Call `#!python print("a")`.\n\n```python\nprint("a")\n```\n',
  );
  const [, block] = /<pre><code[^>]*>(.*)\n<\/code><\/pre>/.exec(html) ?? [];
  expect(block).toContain('<span class="s">');
  expect(html).toContain(`Call <code class="highlight">${block}</code>.`);
});

it('leaves code plain that names no language', () => {
  const { html } = renderFragment('Call `print("a")`.');
  expect(html).toContain('<code>print(&quot;a&quot;)</code>');
});
