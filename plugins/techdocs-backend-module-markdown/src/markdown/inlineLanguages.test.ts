import { highlighter, renderFragment } from '../__testUtils__/renderFragment';

afterAll(() => highlighter.close());

it('colours words of code as it colours a block of them', async () => {
  const { html } = await renderFragment(
    'Call `#!python print("a")`.\n\n```python\nprint("a")\n```\n',
  );
  const [, block] = /<pre><code[^>]*>(.*)\n<\/code><\/pre>/.exec(html) ?? [];
  expect(block).toContain('<span class="s">');
  expect(html).toContain(`Call <code class="highlight">${block}</code>.`);
});

it('leaves code plain that names no language', async () => {
  const { html } = await renderFragment('Call `print("a")`.');
  expect(html).toContain('<code>print(&quot;a&quot;)</code>');
});
