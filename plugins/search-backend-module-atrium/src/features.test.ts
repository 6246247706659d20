import { setTimeout } from 'node:timers/promises';
import { ENTITIES_CHANGED_TOPIC } from '@atrium/backend-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { ServiceMock, TestBackend } from '@backstage/backend-test-utils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type EventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import searchModuleTechdocs from '@backstage/plugin-search-backend-module-techdocs';
import request from 'supertest';
import atriumSearchFeatures from './index';

const definition = `
openapi: 3.1.0
paths:
  /refunds: { post: { operationId: createRefund, summary: Refund a payment } }
`;

function api(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name, namespace: 'default', tags: ['rest'] },
    spec: { type: 'openapi', lifecycle: 'production', owner: 'a', definition },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/a' },
      { type: 'partOf', targetRef: 'system:default/billing' },
    ],
  };
}

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service' },
});

const entities: Entity[] = [
  api('payment-api'),
  api('hidden-api'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'billing', namespace: 'default', title: 'Billing' },
    spec: { owner: 'a' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/a' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'priya', namespace: 'default' },
    spec: {
      profile: { displayName: 'Priya Natarajan', email: 'p@acme.example' },
    },
  },
];

/** The catalog with what is in it at the time that it is asked. */
function changingCatalog(read: () => Entity[]): CatalogService {
  return new Proxy(catalogServiceMock(), {
    get(_target, name) {
      const catalog = catalogServiceMock({ entities: read() });
      const member: unknown = Reflect.get(catalog, name);
      return typeof member === 'function' ? member.bind(catalog) : member;
    },
  });
}

describe('atriumSearchFeatures', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: TestBackend;
  let permissions: ServiceMock<PermissionsService>;
  let events: EventsService;
  let present = entities;
  const scheduler = mockServices.scheduler();

  function query(parameters: string) {
    return request(backend.server).get(`/api/search/query?${parameters}`);
  }

  async function findTitles(parameters: string): Promise<string[]> {
    const { body } = await query(parameters);
    return body.results.map(
      (result: { document: { title: string } }) => result.document.title,
    );
  }

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    permissions = mockServices.permissions.mock();
    allowAll();
    backend = await startTestBackend({
      features: [
        searchPlugin,
        searchModuleTechdocs,
        atriumSearchFeatures,
        permissions.factory,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => changingCatalog(() => present),
        }),
        createBackendModule({
          pluginId: 'search',
          moduleId: 'test-events',
          register(env) {
            env.registerInit({
              deps: { service: eventsServiceRef },
              async init({ service }) {
                events = service;
              },
            });
          },
        }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
          },
        }),
      ],
    });
    await scheduler.triggerTask('search_index_software_catalog');
    await scheduler.triggerTask('search_index_api_definition');
  });

  afterEach(() => {
    allowAll();
    present = entities;
  });

  function allowAll() {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
  }

  function hide(hiddenRef: string) {
    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: {},
        },
      })),
    );
    permissions.authorize.mockImplementation(async requests =>
      requests.map(({ resourceRef }) => ({
        result:
          resourceRef === hiddenRef
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    );
  }

  it('finds an API by its operation and by its schema', async () => {
    const { status, body } = await query(
      `term=${encodeURIComponent('POST /refunds')}`,
    );
    expect(status).toBe(200);
    expect(body.numberOfResults).toBe(2);
    expect(body.results[0]).toMatchObject({
      type: 'api-definition',
      document: {
        title: 'POST /refunds',
        location: expect.stringMatching(
          '^/catalog/default/api/[a-z]+-api/definition#POST%20%2Frefunds$',
        ),
      },
    });
    expect(body.results[0].document).not.toHaveProperty('authorization');
  });

  it('filters every type by owner and system', async () => {
    const titles = await findTitles(
      'filters[systemRef]=system:default/billing&filters[ownerRef]=group:default/a&pageLimit=50',
    );
    expect(titles).toEqual([
      'Billing',
      'hidden-api',
      'payment-api',
      'POST /refunds',
      'POST /refunds',
    ]);
  });

  it('calls people by their names', async () => {
    expect(await findTitles('term=priya')).toEqual(['Priya Natarajan']);
    expect(await findTitles('term=natarajan')).toEqual(['Priya Natarajan']);
    expect(await findTitles('term=p@acme.example')).toEqual([
      'Priya Natarajan',
    ]);
  });

  it('shows only what the caller may see, also of what it looked for instead', async () => {
    hide('api:default/hidden-api');
    for (const term of ['POST /refunds', 'createRefnud']) {
      const { body } = await query(`term=${encodeURIComponent(term)}`);
      expect(
        body.results.map(
          (result: { document: { apiRef: string } }) => result.document.apiRef,
        ),
      ).toEqual(['api:default/payment-api']);
    }
    const { body } = await query('term=hidden-ap1');
    expect(body.results).toEqual([]);
  });

  it('says what it looked for instead, also when results are filtered', async () => {
    hide('api:default/hidden-api');
    const { body } = await query('term=paymnet');
    expect(body.results[0]).toMatchObject({ relaxedTerm: 'payment' });
  });

  it.each([
    ['term=%27%22%5C%26%7C%21%28%29%3A*%3C-%3E'],
    ['term=%00'],
    ['term=%ED%A0%80'],
    ['term=a&filters[kind]=%00'],
    ['term=a&filters[kind][a]=b'],
    ['term=a&pageLimit=1'],
    ['term=a&pageCursor='],
    ['term=a&pageCursor=OTk5OQ%3D%3D'],
  ])('answers 200 to %s', async parameters => {
    const { status } = await query(parameters);
    expect(status).toBe(200);
  });

  it.each([
    ['pageCursor=nonsense'],
    ['pageCursor=LTE%3D'],
    ['pageCursor[]=MQ%3D%3D'],
    ['pageCursor=SW5maW5pdHk%3D'],
    ['pageLimit=-1'],
    ['pageLimit=0'],
    ['pageLimit=1.5'],
    ['pageLimit=1000'],
    ['types[]=nothing'],
    ['term=a&type=techdocs'],
    [`term=${'x'.repeat(101)}`],
  ])('answers 400 to %s', async parameters => {
    for (const isFiltered of [false, true]) {
      if (isFiltered) {
        hide('api:default/hidden-api');
      }
      const { status } = await query(parameters);
      expect(status).toBe(400);
    }
  });

  it('finds what came or changed within 15 seconds, and not what it was before', async () => {
    const tellOf = (...entityRefs: string[]) =>
      events.publish({
        topic: ENTITIES_CHANGED_TOPIC,
        eventPayload: { entityRefs },
      });
    const [first, ...others] = entities;
    const changed = {
      ...first,
      spec: {
        ...first.spec,
        definition: definition
          .replaceAll('refund', 'voucher')
          .replaceAll('Refund', 'Voucher'),
      },
    };
    present = [changed, ...others, component('brand-new')];
    const toldAt = Date.now();
    await tellOf('api:default/payment-api', 'component:default/brand-new');
    let found: string[][] = [];
    while (found.flat().length < 2 && Date.now() - toldAt < 15_000) {
      await setTimeout(200);
      found = [
        await findTitles('term=brand-new'),
        await findTitles('term=vouchers'),
      ];
    }
    expect(found).toEqual([['brand-new'], ['POST /vouchers']]);
    expect(
      await findTitles('term=refunds&types[]=api-definition'),
    ).toHaveLength(1);
  });

  it('finds what is gone no more after the next check', async () => {
    const check = () => scheduler.triggerTask('search-index-check');
    await check();
    present = [...entities, component('soon-gone')];
    await scheduler.triggerTask('search_index_software_catalog');
    expect(await findTitles('term=soon-gone')).toEqual(['soon-gone']);
    present = entities;
    await check();
    expect(await findTitles('term=soon-gone')).toEqual([]);
  });

  it('answers 401 without a token', async () => {
    const { status } = await query('term=a').set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(status).toBe(401);
  });

  it('finds nothing for whom no type is allowed', async () => {
    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    );
    expect(await findTitles('term=refund')).toEqual([]);
  });
});
