import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createDocsProvider } from './createDocsProvider';

const documented = (name: string) =>
  sampleComponent(name, {
    metadata: { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } },
  });

describe('createDocsProvider', () => {
  beforeAll(() => freezeTime('2026-11-28T12:00:00Z'));
  afterAll(() => {
    jest.useRealTimers();
  });

  it('tells whether there is documentation, and how it is', async () => {
    const getSummaries = jest.fn().mockResolvedValue([
      {
        entityRef: 'component:default/shop',
        checkedAt: '2026-11-28T05:00:00.000Z',
        site: {
          pages: 4,
          brokenLinks: 2,
          warnings: 3,
          changedAt: '2026-11-08T11:00:00.000Z',
        },
      },
      {
        entityRef: 'component:default/broken',
        checkedAt: '2026-11-01T05:00:00.000Z',
        error: 'mkdocs.yml cannot be read',
      },
    ]);
    const provider = createDocsProvider({
      auth: mockServices.auth(),
      docs: { getSummaries },
    });
    const facts = await collectFacts(provider, [
      documented('shop'),
      documented('broken'),
      documented('new'),
      sampleComponent('bare'),
    ]);
    expect(facts.get('component:default/shop')).toMatchObject({
      values: {
        present: true,
        built: true,
        builtAt: '2026-11-28T05:00:00.000Z',
        pages: 4,
        brokenLinks: 2,
        lastChangedAt: '2026-11-08T11:00:00.000Z',
        daysSinceChange: 20,
      },
      urls: { brokenLinks: '/docs/default/component/shop' },
    });
    expect(facts.get('component:default/broken')?.values).toEqual({
      present: true,
      built: false,
      builtAt: '2026-11-01T05:00:00.000Z',
    });
    expect(facts.get('component:default/new')?.values).toEqual({
      present: true,
    });
    expect(facts.get('component:default/bare')?.values).toEqual({
      present: false,
    });
    expect(getSummaries).toHaveBeenCalledTimes(1);
  });
});
