import { eventually, freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import events from '@octokit/webhooks-examples';
import { startPortal } from './__testUtils__/startPortal';

describe('a webhook that GitHub documents', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const example = events
    .filter(({ name }) => name === 'workflow_run')
    .flatMap(({ examples }) => examples)
    .find(
      one =>
        'repository' in one &&
        one.repository?.full_name === 'octo-org/octo-repo',
    );

  // Half an hour after the run of the example.
  beforeAll(() => freezeTime('2020-10-05T17:00:00Z'));
  afterAll(() => jest.useRealTimers());

  it('becomes a run of the component, once its signature is checked', async () => {
    const portal = await startPortal({
      databases,
      repository: 'octo-org/octo-repo',
    });
    const listRuns = async () => {
      const { body } = await portal.ask(
        '/runs?entityRef=component:default/payment-service',
      );
      return body.items;
    };
    const body = example ?? {};
    expect(await portal.sendWebhook('workflow_run', body, 'guess')).toBe(403);
    expect(await listRuns()).toEqual([]);

    expect(await portal.sendWebhook('workflow_run', body)).toBe(202);
    // Worked off after the answer.
    const runs = await eventually(listRuns, ({ length }) => length > 0);
    expect(runs).toMatchObject([
      {
        runId: 'actions/runs/289782451/attempts/1',
        source: 'https://github.com',
        repository: 'github.com/octo-org/octo-repo',
        pipeline: '.github/workflows/test.yml',
        status: 'finished',
        outcome: 'success',
        branch: 'master',
        commit: '3484a3fb816e0859fd6e1cea078d76385ff50625',
        actor: 'Codertocat',
        trigger: 'repository_dispatch',
        queuedAt: '2020-10-05T16:33:24.000Z',
        startedAt: '2020-10-05T16:33:49.000Z',
        finishedAt: '2020-10-05T16:33:49.000Z',
        url: 'https://github.com/octo-org/octo-repo/actions/runs/289782451',
      },
    ]);
  });
});
