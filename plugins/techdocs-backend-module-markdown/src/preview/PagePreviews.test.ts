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

const git = 'https://git.acme.example/acme/shop/src/branch/main';

describe('PagePreviews', () => {
  const workers = new BuildWorkers({ count: 1, maxMemoryMegabytes: 512 });
  const previewsOf = (files: Record<string, string>) =>
    new PagePreviews({
      readFile: async url => files[url],
      limits: defaultLimits,
      origins: EntityOrigins.fromConfig(
        mockServices.rootConfig({
          data: { integrations: { gitea: [{ host: 'git.acme.example' }] } },
        }),
      ),
      workers,
    });
  const previews = previewsOf({ [`${git}/mkdocs.yml`]: settings });

  afterAll(() => workers.close());

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
    expect(html).toContain('<h1 id="refund">');
    expect(html).toContain('class="admonition note"');
    expect(html).toContain('href="../fees.md"');
    expect(html).toContain('src="plan.png"');
    expect(html).toContain('linenos');
    expect(html).not.toMatch(/script|onerror/);
    expect(stylesheet).toContain('.md-typeset');
  });

  it('finds the settings where the engine does', async () => {
    const zensical = previewsOf({
      [`${git}/zensical.toml`]: '[project]\ndocs_dir = "handbook"\n',
    });
    const { html } = await zensical.render(shop, {
      page: 'handbook/refund.md',
      content: '# Refund\n\nSoon -->',
    });
    // Zensical switches on symbols for a site that names no extensions.
    expect(html).toContain('<p>Soon →</p>');
  });

  it.each(['url:', 'url:https://git.acme.example/acme/other/src/branch/main'])(
    'reads settings by the address of a folder in its own repository: %s',
    async address => {
      const isOwn = address === 'url:';
      const entity = {
        ...shop,
        metadata: {
          ...shop.metadata,
          annotations: {
            ...shop.metadata.annotations,
            'backstage.io/techdocs-ref': isOwn ? `url:${git}/site/` : address,
          },
        },
      };
      const { html } = await previewsOf({
        [`${git}/site/mkdocs.yml`]: settings,
        'https://git.acme.example/acme/other/src/branch/main/mkdocs.yml':
          settings,
      }).render(entity, {
        page: isOwn ? 'handbook/refund.md' : 'docs/refund.md',
        content: '# Refund\n\n```js\nrefund();\n```',
      });
      expect(html.includes('linenos')).toBe(isOwn);
    },
  );

  it('says what is no page of the site', async () => {
    await expect(
      previews.render(shop, { page: 'docs/other.md', content: '# Other' }),
    ).rejects.toThrow(/neither a folder 'handbook'/);
  });
});
