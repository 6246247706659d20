import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { freezeTime } from './__testUtils__/freezeTime';
import { openDatabase } from './__testUtils__/openDatabase';
import { sampleEvent } from './__testUtils__/sampleEvents';
import { sampleComponent } from './__testUtils__/sampleIndex';
import { startDelivery } from './__testUtils__/startDelivery';

const MONO = 'https://git.acme.example/acme/mono';
const repository = MONO;
const ref = (name: string) => `component:default/${name}`;

const components = ['web', 'api', 'jobs'].map(name => {
  const component = sampleComponent(
    name,
    `${MONO}/src/branch/main/apps/${name}/catalog-info.yaml`,
  );
  return {
    ...component,
    relations: [{ type: 'partOf', targetRef: 'system:default/billing' }],
  };
});

describe('a repository with several components', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    freezeTime();
    knex = await openDatabase(databases);
    delivery = await startDelivery({ knex, entities: components });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await delivery.clear();
  });

  function run(
    subjectId: string,
    minute: string,
    paths?: string[],
    pipelineName = 'build',
  ): CloudEvent {
    return sampleEvent('pipelinerun.finished', `2026-11-25T10:${minute}:00Z`, {
      subjectId,
      content: { pipelineName, outcome: 'success' },
      atrium: { repository, branch: 'main', paths },
    });
  }

  async function runsOf(name: string, query = ''): Promise<string[]> {
    const { body } = await delivery.get(`/runs?entityRef=${name}${query}`);
    return body.items.map(({ runId }: { runId: string }) => runId);
  }

  it('gives each its runs by path, and all of them what touches the root', async () => {
    await delivery.store(
      run('of web', '01', ['apps/web/src/App.tsx']),
      run('of api and jobs', '02', ['apps/api/main.go', 'apps/jobs/main.go']),
      run('of the root', '03', ['apps/web/src/App.tsx', 'package.json']),
      run('by its name', '04', undefined, '.gitea/workflows/jobs.yaml'),
      run('of nobody more than another', '05'),
    );
    const all = ['of nobody more than another', 'of the root'];
    const [nobody, root] = all;
    expect(await runsOf(ref('web'))).toEqual([nobody, root, 'of web']);
    expect(await runsOf(ref('api'))).toEqual([nobody, root, 'of api and jobs']);
    expect(await runsOf(ref('jobs'))).toEqual([
      nobody,
      'by its name',
      root,
      'of api and jobs',
    ]);
    // What they share is listed once, page by page.
    const system = await delivery.get(
      '/runs?entityRef=system:default/billing&limit=3',
    );
    expect(system.body.totalItems).toBe(5);
    expect(
      await runsOf(
        'system:default/billing',
        `&limit=3&cursor=${system.body.nextCursor}`,
      ),
    ).toEqual(['of api and jobs', 'of web']);
    const { text } = await delivery.get('/runs.csv');
    expect(text.trim().split('\r\n')).toHaveLength(6);
    expect((await delivery.get('/ingest')).body.unresolved).toEqual([]);
  });

  it('keeps the rows of a run together, and takes away what turns out to be of one', async () => {
    const started = sampleEvent('pipelinerun.started', '2026-11-25T09:00:00Z', {
      subjectId: '1',
      content: { pipelineName: 'build' },
      atrium: { repository },
    });
    const task = sampleEvent('taskrun.finished', '2026-11-25T09:01:00Z', {
      subjectId: 'task',
      content: { taskName: 'test', pipelineRun: { id: '1' } },
    });
    const ended = sampleEvent('pipelinerun.finished', '2026-11-25T09:02:00Z', {
      subjectId: '1',
      content: { outcome: 'failure' },
    });
    await delivery.store(started, task);
    await delivery.store(ended);
    for (const { metadata } of components) {
      const { body } = await delivery.get(
        `/runs?entityRef=${ref(metadata.name)}`,
      );
      expect(body.items).toMatchObject([{ runId: '1', outcome: 'failure' }]);
      const { body: details } = await delivery.get(`/runs/${body.items[0].id}`);
      expect(details.tasks).toMatchObject([{ task: 'test' }]);
    }

    await delivery.store(
      sampleEvent('pipelinerun.queued', '2026-11-25T08:59:00Z', {
        subjectId: '1',
        content: {},
        atrium: { paths: ['apps/api'] },
      }),
    );
    expect(await runsOf(ref('api'))).toEqual(['1']);
    expect(await runsOf(ref('web'))).toEqual([]);
    expect(await runsOf(ref('jobs'))).toEqual([]);
    expect(await knex('runs').select('shared_id')).toEqual([
      { shared_id: null },
    ]);
  });

  it('gives each its changes, with a lead time of its own', async () => {
    const deploy = (name: string, hour: string) =>
      sampleEvent('service.deployed', `2026-11-24T${hour}:00:00Z`, {
        subjectId: name,
        content: {
          environment: { id: 'production' },
          artifactId: 'pkg:oci/x@1',
        },
        atrium: { repository, commit: 'abcdef1' },
      });
    await delivery.store(
      sampleEvent('change.merged', '2026-11-24T09:00:00Z', {
        subjectId: '7',
        content: {},
        atrium: {
          repository,
          commit: 'abcdef1',
          paths: ['apps/web/a.ts', 'apps/api/b.go'],
        },
      }),
      deploy('web', '10'),
      deploy('api', '12'),
    );
    await delivery.runTask('delivery-rollup');
    const leadTimeOf = async (name: string) => {
      const { body } = await delivery.get(`/changes?entityRef=${ref(name)}`);
      return body.items.map(
        ({ leadTimeSeconds }: { leadTimeSeconds: number }) => leadTimeSeconds,
      );
    };
    expect(await leadTimeOf('web')).toEqual([3600]);
    expect(await leadTimeOf('api')).toEqual([3 * 3600]);
    expect(await leadTimeOf('jobs')).toEqual([]);
  });

  it('assigns what came in before the components were known', async () => {
    await delivery.store(
      run('of web', '01', ['apps/web/src/App.tsx']),
      run('of all', '02'),
    );
    const ids = await knex('runs').select('id', 'entity_ref').orderBy('id');
    await knex('runs').whereRaw('shared_id <> id').delete();
    await knex('runs').update({ entity_ref: null, shared_id: null });

    await delivery.runTask('delivery-resolve');

    expect(await knex('runs').select('id', 'entity_ref').orderBy('id')).toEqual(
      ids,
    );
    expect(await runsOf(ref('web'))).toEqual(['of all', 'of web']);
    expect((await delivery.get('/ingest')).body.unresolved).toEqual([]);
  });

  it('gives them to all once another component comes to the repository', async () => {
    const [web] = components;
    const alone = await startDelivery({ knex, entities: [web] });
    await alone.store(
      run('of api', '01', ['apps/api/main.go']),
      run('of all', '02'),
    );
    expect(await runsOf(ref('web'))).toEqual(['of all', 'of api']);

    const restarted = await startDelivery({ knex, entities: components });
    await restarted.runTask('delivery-resolve');

    expect(await runsOf(ref('web'))).toEqual(['of all']);
    expect(await runsOf(ref('api'))).toEqual(['of all', 'of api']);
    expect(await runsOf(ref('jobs'))).toEqual(['of all']);
  });

  it('loses nothing when many tell of one run at once', async () => {
    const events = [...Array(12).keys()].map(number =>
      sampleEvent('pipelinerun.finished', `2026-11-25T09:${10 + number}:00Z`, {
        subjectId: '1',
        content: { pipelineName: 'build', outcome: 'success' },
        atrium: {
          repository,
          paths: number % 2 ? ['apps/api'] : ['apps/api', 'apps/web', 'x'],
        },
      }),
    );
    await Promise.all(events.map(event => delivery.store(event)));
    // The newest is of one component only.
    expect(await knex('runs').select('entity_ref', 'finished_at')).toEqual([
      { entity_ref: ref('api'), finished_at: new Date('2026-11-25T09:21:00Z') },
    ]);
  });
});
