import { createSite } from '../__testUtils__/createSite';

it('finds the anchors that the separator of toc makes', async () => {
  const site = createSite({
    'mkdocs.yml':
      'markdown_extensions:\n  - toc: {separator: "_"}\ntheme: material\n',
    'docs/index.md':
      '# Start\n\n[Fees](fees.md#how_fees_work), [not](fees.md#how-fees-work)\n',
    'docs/fees.md': '# Fees\n\n## How fees work\n',
  });
  await site.build();
  expect(site.metadata.warnings).toMatchObject([
    {
      kind: 'broken-anchor',
      message: "The page 'docs/fees.md' has no heading '#how-fees-work'",
    },
  ]);
});
