import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { freezeTime, TEST_NOW } from '../../__testUtils__/freezeTime';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import { sampleCounts } from '../../__testUtils__/sampleCounts';
import { sampleSlo } from '../../__testUtils__/sampleSlo';
import { startSlo } from '../../__testUtils__/startSlo';

/** Pages when nothing was measured for five minutes. */
const watched = sampleSlo({
  extra: `  alertPolicies:
    - metadata: { name: silence }
      spec:
        alertWhenNoData: true
        conditions:
          - metadata: { name: fast }
            spec:
              severity: page
              condition: { kind: burnrate, op: gt, threshold: 14, lookbackWindow: 5m }
`,
});

describe('alerts about missing data', () => {
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

  /** Whether owners have been told of it, so many minutes later. */
  async function areOwnersNotified(
    minutes: number,
    by = slo,
  ): Promise<boolean> {
    jest.setSystemTime(TEST_NOW.getTime() + minutes * 60_000);
    await by.runTask('slo-evaluation');
    await by.runTask('slo-alerts');
    return by.notifications.length > 0;
  }

  it('wait until something could have been measured', async () => {
    // Defined at 0: five minutes without data are not enough, fifteen are.
    await slo.define(watched);
    expect(await areOwnersNotified(0)).toBe(false);
    expect(await areOwnersNotified(5)).toBe(false);
    expect(await areOwnersNotified(14)).toBe(false);
    expect(await areOwnersNotified(15)).toBe(true);

    // There is data again. Then the SLO goes, and comes back after a day.
    await slo.push(sampleCounts([0], { good: 1, total: 1 }));
    await slo.define(sampleSlo({ name: 'other' }));
    await areOwnersNotified(16);
    slo.notifications.length = 0;
    jest.setSystemTime(TEST_NOW.getTime() + 1_440 * 60_000);
    await slo.define(watched);
    expect(await areOwnersNotified(1_440)).toBe(false);
    expect(await areOwnersNotified(1_454)).toBe(false);
    expect(await areOwnersNotified(1_455)).toBe(true);

    // Data comes for five minutes, which is the end of it. Then the portal is
    // off for a day, so that nothing is measured.
    for (const minute of [1_456, 1_461]) {
      jest.setSystemTime(TEST_NOW.getTime() + minute * 60_000);
      await slo.push(sampleCounts([0], { good: 1, total: 1 }));
      await areOwnersNotified(minute);
    }
    const restarted = await startSlo({ knex });
    expect(await areOwnersNotified(2_900, restarted)).toBe(false);
    expect(await areOwnersNotified(2_914, restarted)).toBe(false);
    expect(await areOwnersNotified(2_915, restarted)).toBe(true);
  });
});
