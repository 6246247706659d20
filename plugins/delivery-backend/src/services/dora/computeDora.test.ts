import fc from 'fast-check';
import { doraConfig, doraInput } from '../../__testUtils__/doraArbitrary';
import { askOracle } from '../../__testUtils__/doraOracle';
import type { DoraConfig } from '../../config/readDeliveryConfig';
import type {
  DoraChange,
  DoraDay,
  DoraDeployment,
  DoraIncident,
} from '../../model/DoraInput';
import { computeDora } from './computeDora';

const config: DoraConfig = {
  leadTimeFrom: 'first-commit',
  restoreOf: 'failed-deployments',
  failureWindowMs: 24 * 3_600_000,
  clockSkewToleranceMs: 5 * 60_000,
};

const at = (time: string) => Date.parse(`2026-11-${time}Z`);

function deployment(
  id: string,
  time: string,
  rest: Partial<DoraDeployment> = {},
): DoraDeployment {
  const version = rest.version ?? id;
  return {
    id,
    kind: 'deployed',
    environment: 'production',
    service: 'app',
    at: at(time),
    version,
    artifactId: version,
    commit: `commit-${version}`,
    ...rest,
  };
}

function change(
  id: string,
  merged: string,
  rest: Partial<DoraChange> = {},
): DoraChange {
  return {
    id,
    mergedAt: at(merged),
    firstCommitAt: at(merged) - 3_600_000,
    commit: `commit-${id}`,
    branch: 'main',
    ...rest,
  };
}

function incident(
  id: string,
  detected: string,
  resolved?: string,
): DoraIncident {
  return {
    id,
    detectedAt: at(detected),
    resolvedAt: resolved ? at(resolved) : undefined,
    environment: 'production',
  };
}

/** The numbers of all days together, without the zeros. */
function total(days: DoraDay[]): Partial<DoraDay> {
  const sum: Record<string, unknown> = {};
  for (const { day, ...numbers } of days) {
    for (const [name, value] of Object.entries(numbers)) {
      if (Array.isArray(value) && value.length > 0) {
        sum[name] = [...((sum[name] as number[]) ?? []), ...value];
      } else if (typeof value === 'number' && value > 0) {
        sum[name] = Number(sum[name] ?? 0) + value;
      }
    }
  }
  return sum;
}

describe('computeDora', () => {
  it('measures a change from its first commit to the first release that holds it', () => {
    const { days, changes } = computeDora(
      {
        deployments: [
          deployment('2', '03T12:00:00'),
          deployment('3', '04T12:00:00'),
        ],
        changes: [
          // Merged before what was deployed: it went along.
          change('1', '03T10:00:00'),
          change('2', '03T11:00:00'),
          change('3', '04T11:30:00'),
          change('4', '04T11:45:00'),
        ],
        incidents: [],
      },
      config,
    );
    expect(days.map(({ day, leadSeconds }) => [day, leadSeconds])).toEqual([
      ['2026-11-03', [3 * 3600, 2 * 3600]],
      ['2026-11-04', [1.5 * 3600]],
    ]);
    expect(total(days).notDeployedYet).toBe(1);
    expect(changes.get('1')).toEqual({
      deployedAt: at('03T12:00:00'),
      leadSeconds: 3 * 3600,
    });
    expect(changes.has('4')).toBe(false);
  });

  it('counts from what is known of a change, and says so', () => {
    const input = {
      deployments: [deployment('3', '03T12:00:00')],
      changes: [
        // Its merge and commit are all that is told.
        change('1', '03T10:00:00', { firstCommitAt: undefined }),
        change('2', '03T10:30:00', {
          firstCommitAt: undefined,
          openedAt: at('03T09:00:00'),
        }),
        change('3', '03T11:00:00', { openedAt: at('03T10:45:00') }),
      ],
      incidents: [],
    };
    expect(total(computeDora(input, config).days)).toEqual({
      deployments: 1,
      leadSeconds: [2 * 3600, 3 * 3600, 2 * 3600],
      leadFromMerge: 1,
      leadFromOpening: 1,
    });
    expect(
      total(computeDora(input, { ...config, leadTimeFrom: 'merge' }).days),
    ).toEqual({
      deployments: 1,
      leadSeconds: [2 * 3600, 1.5 * 3600, 3600],
      leadFromMerge: 3,
    });
  });

  it('takes a roll-back as the failure of what ran, and a version deployed again as no release', () => {
    const { days } = computeDora(
      {
        deployments: [
          deployment('1', '03T10:00:00'),
          deployment('1 again', '03T10:30:00', { version: '1' }),
          deployment('2', '03T11:00:00'),
          deployment('back', '03T11:20:00', {
            kind: 'rolledback',
            version: '1',
          }),
          // Told a second time: it rolls back nothing, least of all what runs.
          deployment('back again', '03T11:25:00', {
            kind: 'rolledback',
            version: '1',
          }),
          // After the roll-back this is news again.
          deployment('2 again', '03T15:00:00', { version: '2' }),
        ],
        changes: [change('1', '03T09:00:00'), change('2', '03T10:45:00')],
        incidents: [],
      },
      config,
    );
    expect(total(days)).toEqual({
      deployments: 3,
      redeployment: 1,
      rollback: 2,
      failedDeployments: 1,
      restoreSeconds: [20 * 60],
      leadSeconds: [2 * 3600, 75 * 60],
    });
  });

  it('follows each of several services on its own', () => {
    const of = (service: string, version: string) => ({ service, version });
    const { days } = computeDora(
      {
        deployments: [
          deployment('api 2', '03T10:00:00', of('api', '2')),
          // The same version of another service is news.
          deployment('worker 2', '03T10:10:00', of('worker', '2')),
          deployment('worker 7', '03T11:00:00', of('worker', '7')),
          // The worker was deployed in between, but not the api.
          deployment('api 2 again', '03T11:10:00', of('api', '2')),
          deployment('worker back', '03T11:30:00', {
            ...of('worker', '2'),
            kind: 'rolledback',
          }),
          deployment('worker gone', '03T12:00:00', {
            ...of('worker', '2'),
            kind: 'removed',
          }),
          deployment('api 2 once more', '03T12:10:00', of('api', '2')),
        ],
        changes: [],
        incidents: [],
      },
      config,
    );
    expect(total(days)).toEqual({
      deployments: 3,
      redeployment: 2,
      rollback: 1,
      // Worker 7, for half an hour.
      failedDeployments: 1,
      restoreSeconds: [30 * 60],
      unknownCommit: 3,
    });
  });

  it('measures and blames by the service that a change or an incident names', () => {
    const { changes, causes } = computeDora(
      {
        deployments: [
          deployment('1', '03T10:00:00', { service: 'api' }),
          deployment('2', '03T12:00:00', { service: 'worker' }),
          deployment('3', '03T14:00:00', { service: 'api' }),
        ],
        changes: [
          change('1', '03T09:00:00'),
          // Both are in what the worker is built from; one is not about it.
          change('of the api', '03T10:30:00', { service: 'api' }),
          change('of any', '03T10:30:00', { service: 'shop in the tracker' }),
          change('2', '03T11:00:00'),
          change('3', '03T13:00:00'),
        ],
        incidents: [
          { ...incident('api', '03T12:30:00'), service: 'api' },
          { ...incident('worker', '03T15:00:00'), service: 'worker' },
          { ...incident('any', '03T12:30:00'), service: 'shop in the pager' },
          incident('unnamed', '03T15:00:00'),
        ],
      },
      config,
    );
    expect(
      Object.fromEntries(
        [...changes].map(([id, { deployedAt }]) => [id, deployedAt]),
      ),
    ).toEqual({
      '1': at('03T10:00:00'),
      'of the api': at('03T14:00:00'),
      'of any': at('03T12:00:00'),
      '2': at('03T12:00:00'),
      '3': at('03T14:00:00'),
    });
    expect(Object.fromEntries(causes)).toEqual({
      api: '1',
      worker: '2',
      any: '2',
      unnamed: '3',
    });
  });

  it('takes overlapping incidents as one outage', () => {
    const { days, causes } = computeDora(
      {
        deployments: [deployment('1', '03T10:00:00')],
        changes: [],
        incidents: [
          incident('a', '03T10:10:00', '03T10:40:00'),
          incident('b', '03T10:30:00', '03T11:10:00'),
          incident('c', '03T12:00:00', '03T12:05:00'),
          incident('open', '03T13:00:00'),
        ],
      },
      config,
    );
    expect(total(days)).toEqual({
      deployments: 1,
      unknownCommit: 1,
      failedDeployments: 1,
      restoreSeconds: [3600, 300],
      notRestoredYet: 1,
    });
    expect(causes.size).toBe(4);
  });

  it('measures what was restored after an incident whose end nobody told', () => {
    const { days } = computeDora(
      {
        deployments: [
          deployment('1', '03T10:00:00'),
          deployment('2', '05T10:00:00'),
        ],
        changes: [],
        incidents: [
          incident('forgotten', '03T10:10:00'),
          incident('later', '05T10:30:00', '05T11:30:00'),
          incident('open, too', '05T10:40:00'),
        ],
      },
      config,
    );
    expect(total(days)).toEqual({
      deployments: 2,
      unknownCommit: 2,
      failedDeployments: 2,
      restoreSeconds: [3600],
      notRestoredYet: 2,
    });
  });

  it('blames a deployment within the window only, unless the incident names it', () => {
    const input = {
      deployments: [
        deployment('1', '03T10:00:00', { commit: undefined }),
        deployment('2', '04T10:00:00', { commit: undefined }),
      ],
      changes: [],
      incidents: [
        incident('late', '05T11:00:00', '05T12:00:00'),
        {
          ...incident('named', '06T11:00:00', '06T12:30:00'),
          artifactId: '1',
        },
      ],
    };
    const strict = computeDora(input, config);
    expect(total(strict.days)).toEqual({
      deployments: 2,
      unknownCommit: 2,
      failedDeployments: 1,
      notAfterDeployment: 1,
      restoreSeconds: [5400],
    });
    expect([...strict.causes]).toEqual([['named', '1']]);
    const all = computeDora(input, { ...config, restoreOf: 'all-incidents' });
    expect(total(all.days).restoreSeconds).toEqual([3600, 5400]);
  });

  it('forgives clocks that differ a little, and leaves out what they cannot mean', () => {
    const { days } = computeDora(
      {
        deployments: [deployment('1', '03T10:00:00')],
        changes: [
          change('1', '03T10:02:00', { firstCommitAt: at('03T10:02:00') }),
          change('0', '03T09:00:00', { firstCommitAt: at('03T10:30:00') }),
        ],
        incidents: [
          incident('a', '03T10:10:00', '03T10:08:00'),
          incident('b', '03T11:00:00', '03T10:50:00'),
        ],
      },
      config,
    );
    expect(total(days)).toEqual({
      deployments: 1,
      leadSeconds: [0],
      changeClockSkew: 1,
      failedDeployments: 1,
      restoreSeconds: [0],
      incidentClockSkew: 1,
    });
  });

  it('finds the change of an abbreviated commit, and keeps branches apart', () => {
    const commit = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
    const { changes } = computeDora(
      {
        deployments: [
          deployment('1', '03T12:00:00', { commit: commit.slice(0, 8) }),
        ],
        changes: [
          change('on main', '03T10:00:00', { commit }),
          change('on release', '03T09:00:00', { branch: 'release' }),
        ],
        incidents: [],
      },
      config,
    );
    expect([...changes.keys()]).toEqual(['on main']);
  });

  it('agrees with the definitions, asked one by one, on any history', () => {
    fc.assert(
      fc.property(doraInput, doraConfig, (input, anyConfig) => {
        const figures = computeDora(input, anyConfig);
        const facts = figures.days.flatMap(day => [
          ...day.leadSeconds.map(seconds => `${day.day} lead ${seconds}`),
          ...day.restoreSeconds.map(seconds => `${day.day} restore ${seconds}`),
          ...repeat(`${day.day} deployment`, day.deployments),
          ...repeat(`${day.day} failed`, day.failedDeployments),
          ...(
            [
              'rollback',
              'redeployment',
              'rollbackOfNothing',
              'unknownCommit',
              'notDeployedYet',
              'leadFromOpening',
              'leadFromMerge',
              'changeClockSkew',
              'notAfterDeployment',
              'notRestoredYet',
              'incidentClockSkew',
            ] as const
          ).flatMap(name => repeat(`${day.day} ${name}`, day[name])),
        ]);
        const oracle = askOracle(input, anyConfig);
        expect(facts.sort()).toEqual(oracle.facts);
        expect(figures.causes).toEqual(oracle.causes);
        expect(
          new Map(
            [...figures.changes].map(([id, { leadSeconds }]) => [
              id,
              leadSeconds,
            ]),
          ),
        ).toEqual(oracle.leadTimes);
      }),
      { numRuns: 2_000 },
    );
  });
});

function repeat(text: string, times: number): string[] {
  return Array(times).fill(text);
}
