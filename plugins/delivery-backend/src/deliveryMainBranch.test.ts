import type { RunOutcome } from '@atrium/plugin-delivery-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { freezeTime } from './__testUtils__/freezeTime';
import { openDatabase } from './__testUtils__/openDatabase';
import { sampleEvent } from './__testUtils__/sampleEvents';
import { startDelivery } from './__testUtils__/startDelivery';

const NOW = new Date('2026-11-25T12:30:00Z');

describe('a main branch that turns red', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    freezeTime(NOW);
    knex = await openDatabase(databases);
    delivery = await startDelivery({ knex });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    freezeTime(NOW);
    await delivery.clear();
  });

  const run = (time: string, outcome: RunOutcome, branch = 'main') =>
    sampleEvent('pipelinerun.finished', `2026-11-25T${time}:00Z`, {
      subjectId: `run ${time}`,
      content: { pipelineName: 'build', outcome },
      atrium: {
        repository: 'acme/payment-service',
        branch,
        commit: '4f1c2d3e4f5061728394a5b6c7d8e9f001122334',
        actor: 'priya',
      },
    });

  async function tell() {
    await delivery.runTask('delivery-main-branches');
    return delivery.notifications.map(({ payload }) => payload.title);
  }

  it('is told to the owners once, and once more when it is green again', async () => {
    await delivery.store(run('11:40', 'success'));
    expect(await tell()).toEqual([]);

    await delivery.store(run('11:45', 'failure'));
    await tell();
    expect(delivery.notifications).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/team-payments'],
        },
        payload: {
          title: "payment-service: 'build' fails on main",
          description:
            'The newest run (commit 4f1c2d3, by priya) failed. The one before had passed.',
          metadata: {
            messages: {
              title: [
                {
                  key: 'delivery.mainBranch.fails',
                  values: {
                    component: 'payment-service',
                    pipeline: 'build',
                    branch: 'main',
                  },
                },
              ],
              description: [
                {
                  key: 'delivery.mainBranch.failedOf',
                  values: {
                    about: {
                      key: 'delivery.mainBranch.commitBy',
                      values: { commit: '4f1c2d3', actor: 'priya' },
                    },
                  },
                },
              ],
            },
          },
          link: '/catalog/default/component/payment-service/delivery',
          severity: 'high',
          topic: 'main-branch',
          scope: 'delivery:main-branch:component:default/payment-service:build',
        },
      },
    ]);

    await delivery.store(run('11:50', 'error'), run('11:55', 'cancelled'));
    expect(await tell()).toHaveLength(1);
    await delivery.store(run('12:00', 'success'));
    expect((await tell()).at(1)).toBe(
      "payment-service: 'build' passes on main again",
    );
    await delivery.store(run('12:05', 'success'));
    expect(await tell()).toHaveLength(2);
    await delivery.store(run('12:10', 'failure'));
    expect(await tell()).toHaveLength(3);
  });

  it('is not told of history, of other branches, or where it never was green', async () => {
    await delivery.store(run('09:00', 'success'), run('10:00', 'failure'));
    expect(await tell()).toEqual([]);
    await delivery.store(
      run('12:00', 'success', 'feature'),
      run('12:10', 'failure', 'feature'),
    );
    expect(await tell()).toEqual([]);
    // Red since before anybody looked.
    await delivery.store(run('12:15', 'failure'));
    expect(await tell()).toEqual([]);
    await delivery.store(run('12:20', 'success'), run('12:25', 'failure'));
    expect(await tell()).toEqual([]);
    await delivery.store(run('12:27', 'success'), run('12:28', 'success'));
    await tell();
    await delivery.store(run('12:29', 'failure'));
    expect(await tell()).toHaveLength(1);
  });

  it('is told once where two replicas look at once, and after a restart', async () => {
    const second = await startDelivery({ knex });
    await delivery.store(run('12:00', 'success'), run('12:10', 'failure'));
    // The scheduler runs it on one at a time; even if it did not, each row is
    // reviewed by one of them.
    await tell();
    await second.runTask('delivery-main-branches');
    expect(second.notifications).toEqual([]);
    expect(delivery.notifications).toHaveLength(1);
  });

  it('is told later where the notifications do not answer', async () => {
    await delivery.store(run('12:00', 'success'), run('12:10', 'failure'));
    delivery.failing.add('notifications');
    expect(await tell()).toEqual([]);
    delivery.failing.clear();
    expect(await tell()).toEqual([]);
    freezeTime(new Date(NOW.getTime() + 31_000));
    expect(await tell()).toHaveLength(1);
  });

  it('is told under a scope that can be stored, however long the name is', async () => {
    const called = (pipelineName: string, time: string, outcome: RunOutcome) =>
      sampleEvent('pipelinerun.finished', `2026-11-25T${time}:00Z`, {
        subjectId: `${pipelineName} ${time}`,
        content: { pipelineName, outcome },
        atrium: { repository: 'acme/payment-service', branch: 'main' },
      });
    const long = 'x'.repeat(300);
    await delivery.store(
      called(long, '12:00', 'success'),
      called(long, '12:10', 'failure'),
    );
    const [title] = await tell();
    expect(title).toHaveLength(255);
    expect(delivery.notifications).toMatchObject([
      {
        payload: {
          scope: expect.stringMatching(/^delivery:main-branch:[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  it('is not told where it is green again before it was to be sent', async () => {
    await delivery.store(
      run('12:00', 'success'),
      run('12:10', 'failure'),
      run('12:20', 'success'),
    );
    expect(await tell()).toEqual([]);
  });

  it('is told to be green again where nobody knows whether the red arrived', async () => {
    await delivery.store(run('12:00', 'success'), run('12:10', 'failure'));
    delivery.failing.add('notifications');
    await tell();
    delivery.failing.clear();
    await delivery.store(run('12:20', 'success'));
    freezeTime(new Date(NOW.getTime() + 31_000));
    expect(await tell()).toEqual([
      "payment-service: 'build' passes on main again",
    ]);
    await delivery.store(run('12:25', 'failure'));
    expect(await tell()).toHaveLength(2);
  });

  it('is not told where the operator does not want it', async () => {
    const quiet = await startDelivery({
      knex,
      config: { notifications: { mainBranch: false } },
    });
    await quiet.store(run('12:00', 'success'), run('12:10', 'failure'));
    await quiet.runTask('delivery-main-branches');
    expect(quiet.notifications).toEqual([]);
  });
});
