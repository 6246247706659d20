import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { openDatabase } from '../../__testUtils__/openDatabase';
import { finishedRun, sampleEvent } from '../../__testUtils__/sampleEvents';
import { sampleComponent, sampleIndex } from '../../__testUtils__/sampleIndex';
import { EventStore } from '../../database/EventStore';
import { OwnRepositoryStore } from '../../database/OwnRepositoryStore';
import { PlaceStore } from '../../database/PlaceStore';
import type { EntityIndex } from '../catalog/buildEntityIndex';
import { IngestService } from './IngestService';

const TIME = '2026-11-25T12:00:00Z';
const DAY_MS = 86_400_000;
const GITHUB = 'https://github.com/acme';
const ref = (name: string) => `component:default/${name}`;

/** A component whose catalog file lies in a repository. */
const at = (
  name: string,
  repository: string,
  annotations: Record<string, string> = {},
) =>
  sampleComponent(
    name,
    `${GITHUB}/${repository}/blob/main/${name}/catalog-info.yaml`,
    annotations,
  );
const source = (repository: string) => ({
  'backstage.io/source-location': `url:${GITHUB}/${repository}/tree/main/`,
});

describe('IngestService', () => {
  const databases = TestDatabases.create();
  let knex: Knex;
  let index: EntityIndex;
  const onStored = jest.fn();

  beforeEach(async () => {
    freezeTime();
    onStored.mockClear();
    knex = await openDatabase(databases);
    index = sampleIndex();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function createService() {
    const options = {
      knex,
      environments: {},
      mainBranches: ['main'],
      notifiesOfMainBranch: false,
    };
    return new IngestService({
      store: new EventStore(options),
      places: new PlaceStore(options),
      ownRepositories: new OwnRepositoryStore(knex),
      resolver: { getIndex: async () => index, refresh: async () => {} },
      signals: { publish: () => {} },
      onStored,
      retention: {
        eventsMs: 400 * DAY_MS,
        runsMs: 400 * DAY_MS,
        historyMs: 400 * DAY_MS,
      },
      eventCounter: { add: () => {} },
      durations: { record: () => {} },
    });
  }

  it('tells that figures change where something is stored or assigned', async () => {
    const service = createService();
    const tellsAfter = async (work: () => Promise<unknown>) => {
      onStored.mockClear();
      await work();
      return onStored.mock.calls.length > 0;
    };

    const run = finishedRun('1', TIME);
    expect(await tellsAfter(() => service.ingest([run]))).toBe(true);
    // It is known by now, and what is none is refused.
    expect(await tellsAfter(() => service.ingest([run, {}]))).toBe(false);
    expect(await tellsAfter(() => service.resolveUnmatched())).toBe(false);
    index = sampleIndex([at('payment-service', 'payment-service')]);
    expect(await tellsAfter(() => service.resolveUnmatched())).toBe(true);
    expect(await tellsAfter(() => service.resolveUnmatched())).toBe(false);
  });

  describe('where a component had the events of zebra', () => {
    const rules = [
      { from: 'github.com/acme/catalog', repositories: ['github.com/acme/*'] },
    ];
    const byRule = (repository: string) =>
      at('payments', 'catalog', source(repository));

    /** Whose what happened in zebra is, table by table. */
    async function listOwners(): Promise<Record<string, unknown>> {
      const owners: Record<string, unknown> = {};
      for (const table of ['runs', 'changes', 'deployments', 'incidents']) {
        const refs = await knex(table)
          .orderBy('entity_ref')
          .pluck<(string | null)[]>('entity_ref');
        owners[table] = refs.join(' and ') || 'nobody';
      }
      return owners;
    }
    const all = (owner: string, shared = owner) => ({
      runs: shared,
      changes: shared,
      deployments: owner,
      incidents: owner,
    });

    async function storeEvents(service: IngestService) {
      const atrium = { repository: `${GITHUB}/zebra` };
      const { refused } = await service.ingest([
        sampleEvent('pipelinerun.finished', TIME, {
          subjectId: '1',
          content: { pipelineName: 'build', outcome: 'success' },
          atrium,
        }),
        sampleEvent('change.merged', TIME, {
          subjectId: '7',
          content: {},
          // As those who know one host only say it.
          atrium: { repository: 'acme/zebra' },
        }),
        sampleEvent('service.deployed', TIME, {
          subjectId: 'acme/zebra',
          content: {
            environment: { id: 'production' },
            artifactId: 'pkg:oci/zebra@1',
          },
          atrium,
        }),
        sampleEvent('incident.detected', TIME, {
          subjectId: '3',
          content: { environment: { id: 'production' } },
          atrium,
        }),
      ]);
      expect(refused).toBe(0);
      await service.resolveUnmatched();
      onStored.mockClear();
    }

    it('leaves them to it once the repository is called otherwise', async () => {
      index = sampleIndex([at('payments', 'zebra')]);
      const service = createService();
      await storeEvents(service);

      index = sampleIndex([at('payments', 'apple')]);
      await service.resolveUnmatched();
      expect(await listOwners()).toEqual(all(ref('payments')));
      // Everything is compared again after a start, and once it moves again.
      const restarted = createService();
      await restarted.resolveUnmatched();
      index = sampleIndex([at('payments', 'cherry')]);
      await restarted.resolveUnmatched();
      expect(await listOwners()).toEqual(all(ref('payments')));
      expect(onStored).not.toHaveBeenCalled();
    });

    it('leaves them to all that shared it', async () => {
      index = sampleIndex([at('api', 'zebra'), at('web', 'zebra')]);
      const service = createService();
      await storeEvents(service);
      const shared = all('nobody', `${ref('api')} and ${ref('web')}`);
      expect(await listOwners()).toEqual(shared);

      // The catalog reads them one by one.
      index = sampleIndex([at('web', 'apple')]);
      await service.resolveUnmatched();
      index = sampleIndex([at('web', 'apple'), at('api', 'apple')]);
      await service.resolveUnmatched();
      expect(await listOwners()).toEqual(shared);
    });

    it('leaves them to one that is missing for a day, but to none of its name later', async () => {
      const other = at('other', 'other');
      index = sampleIndex([at('payments', 'zebra'), other]);
      const service = createService();
      await storeEvents(service);
      const moveAfter = async (ms: number, repository: string) => {
        index = sampleIndex([other]);
        await service.resolveUnmatched();
        freezeTime(new Date(Date.now() + ms));
        index = sampleIndex([at('payments', repository), other]);
        await service.resolveUnmatched();
        return listOwners();
      };
      expect(await moveAfter(DAY_MS, 'apple')).toEqual(all(ref('payments')));
      // A catalog that does not answer has lost nobody.
      index = sampleIndex();
      await service.resolveUnmatched();
      const missing = await knex('own_repositories').whereNotNull(
        'missing_since',
      );
      expect(missing).toEqual([]);
      expect(await moveAfter(DAY_MS + 1, 'cherry')).toEqual(all('nobody'));
      expect(
        await knex('own_repositories')
          .where({ entity_ref: ref('payments') })
          .pluck('repository'),
      ).toEqual(['github.com/acme/cherry']);
    });

    it('gives them to another component that has the repository by now', async () => {
      index = sampleIndex([at('payments', 'zebra')]);
      const service = createService();
      await storeEvents(service);
      index = sampleIndex([at('payments', 'apple'), at('other', 'zebra')]);
      await service.resolveUnmatched();
      expect(await listOwners()).toEqual(all(ref('other')));
    });

    it.each([
      [
        'gives the claim up and lies there still',
        [at('payments', 'zebra')],
        [at('payments', 'zebra', source('apple'))],
      ],
      [
        'moves out, to where it has no repository',
        [at('payments', 'zebra')],
        [at('payments', 'strangers', source('apple'))],
      ],
      ['had it by a rule', [byRule('zebra')], [byRule('apple')]],
      [
        'had it by a rule and lies in what it names now',
        [byRule('zebra')],
        [byRule('catalog')],
      ],
      [
        'had it by the name of a service',
        [
          at('payments', 'apple', {
            'atrium.dev/delivery-service': 'acme/zebra',
          }),
        ],
        [at('payments', 'apple')],
      ],
    ])('takes them back from one that %s', async (_, before, after) => {
      index = sampleIndex(before, rules);
      const service = createService();
      await storeEvents(service);
      expect((await listOwners()).deployments).toBe(ref('payments'));
      index = sampleIndex(after, rules);
      await service.resolveUnmatched();
      expect(await listOwners()).toEqual(all('nobody'));
    });

    it.each([
      ['never lay there', at('payments', 'apple')],
      [
        'lies in a project of GitLab whose groups are called as the repository',
        sampleComponent(
          'payments',
          'https://gitlab.acme.example/github.com/acme/zebra/-/blob/main/catalog-info.yaml',
        ),
      ],
    ])('takes them back from one whose file %s', async (_, component) => {
      index = sampleIndex([component]);
      const service = createService();
      await storeEvents(service);
      for (const table of ['runs', 'changes', 'deployments', 'incidents']) {
        await knex(table).update({ entity_ref: ref('payments') });
      }
      await createService().resolveUnmatched();
      expect(await listOwners()).toEqual(all('nobody'));
    });
  });
});
