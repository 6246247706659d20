import { startTestPortal } from '@atrium/backend-common/testUtils';
import {
  type BackstageCredentials,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  type CatalogScmEvent,
  catalogScmEventsServiceRef,
} from '@backstage/plugin-catalog-node/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import readerModule from '../index';

export const SHOP = 'component:default/shop';
export const LEDGER = 'component:default/ledger';

const git = 'https://git.acme.example/acme';

/** Annotations of what a file of the repository `desk` defines. */
function inDesk(path: string): Record<string, string> {
  const folder = path.replace(/[^/]*$/, '');
  return {
    'backstage.io/managed-by-location': `url:${git}/desk/src/branch/main/${path}`,
    'backstage.io/source-location': `url:${git}/desk/src/branch/main/${folder}`,
  };
}

function entityOf(name: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      title: name === 'ledger' ? 'The ledger' : undefined,
      annotations: {
        'backstage.io/managed-by-location': `url:${git}/${name}/src/branch/main/catalog-info.yaml`,
        'backstage.io/source-location': `url:${git}/${name}/src/branch/main/`,
        ...annotations,
      },
    },
  };
}

const reader: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'mock',
    namespace: 'default',
    annotations: { 'atrium.dev/gitea-login': 'mock' },
  },
  spec: { profile: { displayName: 'Mock User', email: 'mock@acme.example' } },
};

const entities: Entity[] = [
  reader,
  entityOf('shop', { 'backstage.io/techdocs-ref': 'dir:.' }),
  entityOf('ledger', {}),
  entityOf('till', inDesk('all.yaml')),
  { ...entityOf('keys', inDesk('all.yaml')), kind: 'API' },
  entityOf('drawer', inDesk('all.yaml')),
  // Two files of one folder.
  entityOf('orders', inDesk('catalog/orders.yaml')),
  entityOf('stock', inDesk('catalog/stock.yaml')),
  // A component with its API, and another that had its site before.
  entityOf('scale', inDesk('scale/catalog-info.yaml')),
  { ...entityOf('weights', inDesk('scale/catalog-info.yaml')), kind: 'API' },
  entityOf('printer', inDesk('printer/catalog-info.yaml')),
  {
    ...entityOf('receipts', {
      ...inDesk('printer/catalog-info.yaml'),
      'backstage.io/techdocs-ref': 'dir:.',
    }),
    kind: 'API',
  },
  // APIs alone.
  { ...entityOf('coins', inDesk('apis/all.yaml')), kind: 'API' },
  { ...entityOf('notes', inDesk('apis/all.yaml')), kind: 'API' },
  // Two of one name, and one that is called as the folder of another.
  entityOf('payments', inDesk('pay/all.yaml')),
  { ...entityOf('payments', inDesk('pay/all.yaml')), kind: 'System' },
  entityOf('cash', inDesk('pay/all.yaml')),
  entityOf('safe', inDesk('pay/cash/catalog-info.yaml')),
  // Beside one that users do not see.
  entityOf('guest', {
    'backstage.io/managed-by-location': `url:${git}/hidden/src/branch/main/guest.yaml`,
    'backstage.io/source-location': `url:${git}/hidden/src/branch/main/`,
  }),
  entityOf('moved', {
    'backstage.io/techdocs-ref': 'dir:.',
    'backstage.io/source-location': `url:${git}/vault/src/branch/main/`,
  }),
  entityOf('thief', {
    'backstage.io/techdocs-ref': `url:${git}/vault/src/branch/main/`,
  }),
  entityOf('climber', { 'backstage.io/techdocs-ref': 'dir:../..' }),
  entityOf('paper', {
    'backstage.io/managed-by-location': 'file:/paper.yaml',
  }),
  // Its repository is no more, which the catalog does not know yet.
  entityOf('gone', {}),
  entityOf('hidden', { 'backstage.io/techdocs-ref': 'dir:.' }),
];

/** An entity that only services see. */
export const HIDDEN = 'component:default/hidden';

/** A catalog in which users see less than services do. */
function seenByUsers() {
  const all = catalogServiceMock({ entities });
  const seen = catalogServiceMock({
    entities: entities.filter(entity => stringifyEntityRef(entity) !== HIDDEN),
  });
  return new Proxy(all, {
    get: (_target, name: keyof typeof all) =>
      typeof all[name] === 'function'
        ? (...args: unknown[]) => {
            const { credentials } = args.at(-1) as {
              credentials: BackstageCredentials<{ type: string }>;
            };
            const catalog = credentials.principal.type === 'user' ? seen : all;
            return Reflect.apply(catalog[name], catalog, args);
          }
        : all[name],
  });
}

/** The module beside the part of TechDocs that it asks. */
export async function startReader(knex: Knex) {
  const scmEvents: CatalogScmEvent[] = [];
  // TechDocs itself would build and publish sites first.
  const techdocs = createBackendPlugin({
    pluginId: 'techdocs',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const router = PromiseRouter();
          router.get('/metadata/techdocs/default/component/shop', (_, res) => {
            res.json({
              site_name: 'Shop',
              engine: 'markdown',
              files: ['index.html', 'guides/refund/index.html'],
            });
          });
          router.get(
            '/static/docs/default/component/:name/atrium_docs.json',
            (req, res) => {
              if (req.params.name === 'ledger') {
                throw new NotFoundError('Nothing is published');
              }
              const page = { words: 1, minutes: 1 };
              res.json({
                version: 1,
                builtAt: '2026-11-29T08:00:00.000Z',
                warnings: [],
                pages: [
                  {
                    ...page,
                    path: '',
                    title: 'Shop',
                    sourcePath: 'docs/index.md',
                  },
                  {
                    ...page,
                    path: 'guides/refund/',
                    title: 'Refund',
                    sourcePath: 'docs/guides/refund.md',
                  },
                ],
              });
            },
          );
          httpRouter.use(router);
        },
      });
    },
  });
  const portal = await startTestPortal({
    pluginId: 'techdocs',
    knex,
    config: {
      integrations: {
        gitea: [{ host: 'git.acme.example', password: 'secret-token' }],
      },
    },
    features: [
      techdocs,
      readerModule,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: seenByUsers,
      }),
      createServiceFactory({
        service: catalogScmEventsServiceRef,
        deps: {},
        factory: () => ({
          subscribe: () => ({ unsubscribe() {} }),
          async publish(events: CatalogScmEvent[]) {
            scmEvents.push(...events);
          },
          async markEventActionTaken() {},
        }),
      }),
    ],
  });
  return { ...portal, scmEvents };
}
