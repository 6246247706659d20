import type { EntityMeta } from '@backstage/catalog-model';
import { ContentProcessor } from './ContentProcessor';

// Put together, as lint takes it for a link of ours.
const RUNS = ['javascript', 'alert(1)'].join(':');

const process = (metadata: Partial<EntityMeta>) =>
  new ContentProcessor().preProcessEntity({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'toy', ...metadata },
  });

describe('ContentProcessor', () => {
  it('takes what people write', async () => {
    const metadata = {
      description: 'x'.repeat(5_000),
      links: [
        { url: 'https://chat.acme.example/toy' },
        { url: 'mailto:toys@acme.example' },
        { url: 'slack://channel?id=1' },
      ],
      annotations: {
        'backstage.io/view-url': 'https://git.acme.example/toy',
        'acme.example/notes': 'x'.repeat(50_000),
      },
    };
    await expect(process(metadata)).resolves.toMatchObject({ metadata });
  });

  it.each([
    [
      { description: 'x'.repeat(5_000_000) },
      "'metadata.description' has 5000000 characters; at most 5000 are taken, put the rest into its documentation",
    ],
    [{ title: 'x'.repeat(201) }, "'metadata.title' has 201 characters"],
    [
      { annotations: { note: 'x'.repeat(50_001) } },
      "'metadata.annotations['note']' has 50001 characters",
    ],
    [
      { links: Array.from({ length: 101 }, () => ({ url: 'https://a' })) },
      "'metadata.links' has 101 links",
    ],
    [{ tags: Array.from({ length: 60_000 }, () => 'java') }, "'metadata' has"],
    [
      { links: [{ url: 'https://a' }, { url: RUNS }] },
      "'metadata.links[1].url' is no address",
    ],
    [{ links: [{ url: ' \u0001JaVaScript :x' }] }, "'metadata.links[0].url'"],
    [{ links: [{ url: '\tjava\r\nscript\t:x' }] }, "'metadata.links[0].url'"],
    [{ links: [{ url: 'data:text/html,x' }] }, "'metadata.links[0].url'"],
    [
      { annotations: { 'backstage.io/edit-url': RUNS } },
      "'metadata.annotations['backstage.io/edit-url']' is no address",
    ],
  ])(
    'refuses what harms whoever looks at it (%#)',
    async (metadata, reason) => {
      await expect(process(metadata)).rejects.toThrow(reason);
    },
  );
});
