import { EntityOrigins } from '@atrium/backend-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { BuildWorkers } from '../build/BuildWorkers';
import { defaultLimits } from '../readMarkdownEngineConfig';
import { PagePreviews } from './PagePreviews';

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: {
      'backstage.io/managed-by-location':
        'url:https://git.acme.example/acme/shop/src/branch/main/catalog-info.yaml',
    },
  },
};

const settings = `site_name: Shop
docs_dir: handbook
nav: [missing.md]
markdown_extensions: [pymdownx.highlight: { linenums: true }]
`;

describe('PagePreviews', () => {
  const workers = new BuildWorkers({ count: 1, maxMemoryMegabytes: 512 });
  const readFile = jest.fn(async () => settings);
  const previews = new PagePreviews({
    readFile,
    limits: defaultLimits,
    origins: EntityOrigins.fromConfig(
      mockServices.rootConfig({
        data: { integrations: { gitea: [{ host: 'git.acme.example' }] } },
      }),
    ),
    workers,
  });

  afterAll(() => previews.close());

  it('shows a page by the settings of its site, and runs nothing of it', async () => {
    const { html, stylesheet } = await previews.render(shop, {
      page: 'handbook/guides/refund.md',
      content: [
        '# Refund',
        '!!! note "Fees"',
        '    None, see [the list](../fees.md).',
        '![plan](plan.png)',
        '<script>alert(1)</script><img src=x onerror=alert(1)>',
        '```js\nrefund();\n```',
      ].join('\n\n'),
    });
    expect(readFile).toHaveBeenCalledWith(
      'https://git.acme.example/acme/shop/src/branch/main/mkdocs.yml',
    );
    expect(html).toContain('<h1 id="refund">');
    expect(html).toContain('class="admonition note"');
    expect(html).toContain('href="../fees.md"');
    expect(html).toContain('src="plan.png"');
    expect(html).toContain('linenos');
    expect(html).not.toMatch(/script|onerror/);
    expect(stylesheet).toContain('.md-typeset');
  }, 60_000);

  it('says what is no page of the site', async () => {
    await expect(
      previews.render(shop, { page: 'docs/other.md', content: '# Other' }),
    ).rejects.toThrow(/neither a folder 'handbook'/);
  }, 60_000);
});
