import type { SloAlertPolicy, SloDefinition } from '@atrium/plugin-slo-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { range, sampleCounts } from './__testUtils__/sampleCounts';
import { sampleSlo } from './__testUtils__/sampleSlo';
import { startSlo } from './__testUtils__/startSlo';

const watched = sampleSlo({
  extra: `  alertPolicies:
    - metadata: { name: fast }
      spec:
        conditions:
          - metadata: { name: fast }
            spec:
              severity: page
              condition: { kind: burnrate, op: gt, threshold: 2, lookbackWindow: 5m }
---
${sampleSlo({ name: 'beside' })}`,
});

/** Definitions were valid when they were stored, by the rules of that time. */
describe('sloPlugin, of definitions that would be refused now', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let slo: Awaited<ReturnType<typeof startSlo>>;

  beforeAll(async () => {
    freezeTime();
    knex = await openTestDatabase(databases, TEST_NOW);
    slo = await startSlo({ knex });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await slo.clear();
  });

  /** Defines two SLOs, of which one is then as it could be once. */
  async function store(
    policiesOf: (policy: SloAlertPolicy) => SloAlertPolicy[],
  ): Promise<string> {
    const id = await slo.define(watched);
    const { definition } = await knex('slos').where({ id }).first();
    const changed: SloDefinition = {
      ...definition,
      alertPolicies: policiesOf(definition.alertPolicies[0]),
    };
    await knex('slos')
      .where({ id })
      .update({ definition: JSON.stringify(changed) });
    // All requests of the last hour have failed.
    await slo.push(sampleCounts(range(1, 61), { good: 0, total: 1_000 }));
    return id;
  }

  async function statesNow() {
    await slo.runTask('slo-evaluation');
    const { body } = await slo.ask('get', '/slos');
    return Object.fromEntries(
      body.items.map(({ name, state }: { name: string; state: string }) => [
        name,
        state,
      ]),
    );
  }

  const breached = { availability: 'breached', beside: 'breached' };

  it('alerts once by the first of two policies of one name', async () => {
    const id = await store(policy => [policy, policy]);
    expect(await statesNow()).toEqual(breached);
    const { body } = await slo.ask('get', `/alerts?sloId=${id}`);
    expect(body.items).toMatchObject([{ ruleId: 'fast', state: 'firing' }]);
  });

  it('looks back over two years at most', async () => {
    const id = await store(policy => {
      const minutes = 999_999 * 7 * 1_440;
      const condition = policy.condition && {
        ...policy.condition,
        lookbackMinutes: minutes,
        shortWindowMinutes: minutes,
      };
      return [{ ...policy, condition }];
    });
    expect(await statesNow()).toEqual(breached);
    const { body } = await slo.ask('get', `/alerts?sloId=${id}`);
    // All that was ever counted was bad: a hundred times as much as may be.
    expect(body.items).toMatchObject([{ state: 'firing', longBurnRate: 100 }]);
  });
});
