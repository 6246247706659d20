import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import {
  sampleComponent,
  sampleGroup,
} from '../../__testUtils__/sampleEntities';
import { createCatalogProvider } from './createCatalogProvider';

const FILE =
  'https://git.acme.example/acme/shop/src/branch/main/catalog-info.yaml';

const shop = sampleComponent('shop', {
  metadata: {
    description: '  Sells things.  ',
    tags: ['java'],
    links: [
      { url: 'https://a.example', type: 'runbook' },
      { url: 'https://b.example', title: 'Website' },
      { url: 'https://c.example', title: 'Grafana', icon: 'dashboard' },
    ],
    annotations: { 'backstage.io/managed-by-location': `url:${FILE}` },
  },
  relations: [
    ['ownedBy', 'group:default/team-payments'],
    ['partOf', 'system:default/billing'],
    ['providesApi', 'api:default/shop-api'],
    ['providesApi', 'api:default/gone-api'],
    ['dependsOn', 'resource:default/shop-db'],
  ],
});
const lost = sampleComponent('lost', {
  metadata: {
    description: '   ',
    annotations: { 'backstage.io/orphan': 'true' },
  },
  spec: { type: undefined, lifecycle: 7 },
  relations: [
    ['ownedBy', 'group:default/gone'],
    ['ownedBy', 'component:default/shop'],
    ['partOf', 'component:default/shop'],
  ],
});

function entityOf(kind: string, name: string) {
  return { ...sampleComponent(name), kind };
}

describe('createCatalogProvider', () => {
  const catalog = catalogServiceMock({
    entities: [
      shop,
      lost,
      sampleGroup('team-payments'),
      entityOf('System', 'billing'),
      entityOf('API', 'shop-api'),
    ],
  });
  const countProblems = jest.fn();
  const provider = createCatalogProvider({
    auth: mockServices.auth(),
    catalog,
    catalogHealth: { countProblems },
  });

  it('tells what files say, and whether it holds', async () => {
    countProblems.mockResolvedValue([
      { entityRef: 'component:default/shop', errors: 0, warnings: 2 },
      { entityRef: 'component:default/lost', errors: 1, warnings: 0 },
    ]);
    const facts = await collectFacts(provider, [shop, lost]);
    expect(facts.get('component:default/shop')).toEqual({
      values: {
        ownerValid: true,
        ownerKind: 'group',
        hasDescription: true,
        descriptionLength: 13,
        links: 3,
        linkTypes: ['dashboard', 'runbook'],
        type: 'service',
        lifecycle: 'production',
        hasSystem: true,
        tags: ['java'],
        apisProvided: 1,
        dependsOn: 1,
        isOrphan: false,
        errors: 0,
        warnings: 2,
      },
      urls: expect.objectContaining({ hasDescription: FILE }),
      refreshMs: 120_000,
    });
    expect(facts.get('component:default/lost')).toMatchObject({
      values: {
        // A component owns nothing, and the group is gone.
        ownerValid: false,
        hasDescription: false,
        descriptionLength: 0,
        hasSystem: false,
        isOrphan: true,
        errors: 1,
      },
      urls: { ownerValid: '/catalog/default/component/lost' },
    });
    expect(facts.get('component:default/lost')?.values).not.toHaveProperty(
      'lifecycle',
    );
    expect(countProblems).toHaveBeenCalledTimes(1);
    expect(countProblems).toHaveBeenCalledWith(
      [
        { entityRef: 'component:default/shop', url: FILE },
        { entityRef: 'component:default/lost', url: undefined },
      ],
      expect.anything(),
    );
  });

  it('is asked again soon while something is missing that an entity refers to', async () => {
    countProblems.mockResolvedValue([]);
    const whole = sampleComponent('whole', {
      relations: [['ownedBy', 'group:default/team-payments']],
    });
    const facts = await collectFacts(provider, [whole, lost]);
    expect(facts.get('component:default/whole')).not.toHaveProperty(
      'refreshMs',
    );
    expect(facts.get('component:default/lost')?.refreshMs).toBe(120_000);
  });

  it('fails as a whole where problems cannot be counted', async () => {
    countProblems.mockRejectedValue(new Error('not there'));
    await expect(collectFacts(provider, [shop])).rejects.toThrow('not there');
  });
});
