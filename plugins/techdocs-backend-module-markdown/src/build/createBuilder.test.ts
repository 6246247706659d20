import path from 'node:path';
import { TestSite } from '../__testUtils__/TestSite';
import { defaultLimits } from '../readMarkdownEngineConfig';
import { noAddresses } from '../site/RepositoryAddresses';
import { createBuilder } from './createBuilder';

it('tells which page it is at, and renders only what changed', async () => {
  const site = new TestSite({ 'docs/index.md': '# A', 'docs/b.md': '# B' });
  const pages: string[] = [];
  const build = createBuilder(page => pages.push(page));
  const request = () => ({
    inputDir: site.inputDir,
    outputDir: site.createOutputDir(),
    siteName: undefined,
    etag: undefined,
    addresses: noAddresses,
    limits: defaultLimits,
    cacheDirectory: path.join(site.root, 'cache'),
    cacheKey: 'site',
  });
  try {
    const first = await build(request());
    expect(first.renderedCount).toBe(2);
    expect(pages.splice(0)).toEqual(['docs/b.md', 'docs/index.md']);

    site.write({ 'docs/b.md': '# Changed' });
    const second = await build(request());
    expect(second.renderedCount).toBe(1);
    expect(pages).toEqual(['docs/b.md']);
    expect(second.facts.map(({ title }) => title)).toEqual(['A', 'Changed']);
  } finally {
    site.remove();
  }
});
