import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import type { FactProvider } from '@atrium/plugin-scorecard-node';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EntityStore } from '../database/EntityStore';
import { FactStore } from '../database/FactStore';
import { ProviderStore } from '../database/ProviderStore';
import { ScorecardMetrics } from '../ScorecardMetrics';
import { CollectTask } from './CollectTask';
import { FactRegistry } from './FactRegistry';

describe('CollectTask', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function startTask(needs?: FactProvider['needs']) {
    const knex = await openDatabase(
      { getClient: () => createTestDatabase(databases) },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    await new EntityStore(knex).save([
      {
        entityRef: 'component:default/shop',
        kind: 'component',
        title: undefined,
        ownerRefs: [],
        systemRefs: [],
        shape: {},
        hash: '1',
      },
    ]);
    await knex.raw(
      `INSERT INTO facts (entity_id, provider, due_at)
       SELECT id, 'docs', now() FROM entities`,
    );
    const collect = jest.fn<
      ReturnType<FactProvider['collect']>,
      Parameters<FactProvider['collect']>
    >(async () => new Map());
    const registry = new FactRegistry();
    registry.addProvider({
      description: {
        id: 'docs',
        title: 'Documentation',
        description: 'What is documented.',
        freshnessMs: 3_600_000,
        facts: {
          pages: {
            type: 'integer',
            title: 'Pages',
            description: 'Not there without documentation.',
          },
        },
      },
      refreshMs: 3_600_000,
      needs,
      collect,
    });
    const facts = new FactStore(knex);
    const task = new CollectTask({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [] }),
      facts,
      logger: mockServices.logger.mock(),
      metrics: new ScorecardMetrics(
        metricsServiceMock.mock({
          createCounter: () => ({ add() {} }),
          createHistogram: () => ({ record() {} }),
        }),
      ),
      providers: new ProviderStore(knex),
      registry,
    });

    await task.run(new AbortController().signal);
    // Whatever came of it, nobody is asked again at once.
    await expect(facts.listDue('docs', 10)).resolves.toEqual([]);
    return collect.mock.calls.map(([entities]) => entities);
  }

  it('asks nobody about entities that have left the catalog', async () => {
    expect(await startTask()).toEqual([]);
  });

  it('tells a provider that reads no more the refs alone', async () => {
    expect(await startTask('ref')).toEqual([
      [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'component',
          metadata: { namespace: 'default', name: 'shop' },
        },
      ],
    ]);
  });
});
