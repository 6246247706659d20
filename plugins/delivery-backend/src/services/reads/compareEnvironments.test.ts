import {
  type Deployment,
  toEnvironmentTier,
} from '@atrium/plugin-delivery-common';
import { compareEnvironments, needsOlderChanges } from './compareEnvironments';

const hour = (number: number) =>
  Date.parse('2026-11-25T00:00:00Z') + number * 3_600_000;

/** Newest first, one an hour. */
const changes = [5, 4, 3, 2, 1].map(number => ({
  commit: `commit-${number}`,
  branch: 'main',
  mergedAt: hour(number),
}));

function runs(
  environment: string,
  version: number,
  rest: Partial<Deployment> = {},
) {
  return {
    deployment: {
      id: `${environment}-${version}`,
      kind: 'deployed' as const,
      service: 'app',
      source: '/cd',
      environment,
      tier: toEnvironmentTier(environment),
      version: `1.${version}`,
      artifactId: `pkg:oci/app@1.${version}`,
      commit: `commit-${version}`,
      at: '2026-11-25T12:00:00.000Z',
      ...rest,
    },
  };
}

/** What each environment is compared with, and how it stands. */
function compare(...states: ReturnType<typeof runs>[]) {
  return Object.fromEntries(
    compareEnvironments(states, changes).map(
      ({ environment, comparedWith }) => [environment, comparedWith],
    ),
  );
}

describe('compareEnvironments', () => {
  it('compares each environment with the nearest earlier one', () => {
    expect(
      compare(
        runs('prod-eu', 1),
        runs('dev', 5),
        runs('staging', 3),
        runs('prod-us', 3),
      ),
    ).toEqual({
      dev: undefined,
      staging: {
        environment: 'dev',
        drift: 'behind',
        changesAhead: 0,
        changesBehind: 2,
      },
      'prod-eu': {
        environment: 'staging',
        drift: 'behind',
        changesAhead: 0,
        changesBehind: 2,
      },
      'prod-us': {
        environment: 'staging',
        drift: 'none',
        changesAhead: 0,
        changesBehind: 0,
      },
    });
  });

  it('sees what went to production past the environment before', () => {
    expect(
      compare(runs('staging', 2), runs('production', 4)).production,
    ).toEqual({
      environment: 'staging',
      drift: 'ahead',
      changesAhead: 2,
      changesBehind: 0,
    });
  });

  it('skips where the service no longer runs', () => {
    const cells = compareEnvironments(
      [
        runs('dev', 5),
        runs('staging', 3, { kind: 'removed' }),
        runs('production', 5),
      ],
      changes,
    );
    expect(
      cells.map(({ environment, isRunning, comparedWith }) => [
        environment,
        isRunning,
        comparedWith?.environment,
      ]),
    ).toEqual([
      ['dev', true, undefined],
      ['staging', false, undefined],
      ['production', true, 'dev'],
    ]);
  });

  /** What each service runs where, and what it is compared with. */
  const tell = (...states: ReturnType<typeof runs>[]) =>
    compareEnvironments(states, changes).map(
      ({ environment, deployment, isRunning, comparedWith }) =>
        [
          environment,
          isRunning ? `${deployment.service} ${deployment.version}` : 'removed',
          comparedWith &&
            `${comparedWith.drift} ${comparedWith.environment} ${comparedWith.changesBehind}`,
        ] as const,
    );
  const api = { service: 'api' };
  const worker = { service: 'worker' };

  it('compares each of several services with itself', () => {
    expect(
      tell(
        runs('production', 3, worker),
        runs('production', 2, api),
        runs('staging', 4, worker),
        runs('staging', 2, api),
        runs('dev', 5, api),
      ),
    ).toEqual([
      ['dev', 'api 1.5', undefined],
      ['staging', 'api 1.2', 'behind dev 3'],
      ['staging', 'worker 1.4', undefined],
      ['production', 'api 1.2', 'none staging 0'],
      ['production', 'worker 1.3', 'behind staging 1'],
    ]);
  });

  it('compares a service that has a name in each environment', () => {
    expect(
      tell(
        runs('staging', 4, { service: 'shop-staging' }),
        runs('production', 3, { service: 'shop' }),
      ),
    ).toEqual([
      ['staging', 'shop-staging 1.4', undefined],
      ['production', 'shop 1.3', 'behind staging 1'],
    ]);
  });

  it('shows what was removed only where nothing else runs', () => {
    const removed = (service: string, at: string) => ({
      service,
      kind: 'removed' as const,
      at: `2026-11-25T${at}:00:00.000Z`,
    });
    expect(
      tell(
        runs('staging', 3, removed('worker', '09')),
        runs('staging', 5, removed('api', '11')),
        runs('staging', 1, removed('web', '10')),
        runs('production', 3, removed('worker', '11')),
        runs('production', 2, api),
      ),
    ).toEqual([
      ['staging', 'removed', undefined],
      ['production', 'api 1.2', undefined],
    ]);
    const [cell] = compareEnvironments(
      [
        runs('staging', 3, removed('worker', '09')),
        runs('staging', 5, removed('api', '11')),
      ],
      [],
    );
    expect(cell.deployment.service).toBe('api');
  });

  it('counts the changes of a service, and those that name none', () => {
    const about = [undefined, 'api', 'worker', 'api', 'shop in the tracker'];
    const named = changes.map((change, position) => ({
      ...change,
      service: about[position],
    }));
    const behind = compareEnvironments(
      [
        runs('staging', 5, api),
        runs('production', 1, api),
        runs('staging', 5, worker),
        runs('production', 1, worker),
      ],
      named,
    ).map(({ deployment, comparedWith }) => [
      deployment.service,
      comparedWith?.changesBehind,
    ]);
    // Of changes 5 to 2: unnamed, api, worker, api. The last one is in both.
    expect(behind.slice(2)).toEqual([
      ['api', 3],
      ['worker', 2],
    ]);
  });

  it('calls a service of another commit neither ahead nor behind without a change of its own', () => {
    const named = changes.map(change => ({ ...change, service: 'api' }));
    const cells = compareEnvironments(
      [
        runs('staging', 5, api),
        runs('staging', 5, worker),
        runs('production', 4, worker),
      ],
      named,
    );
    expect(cells.at(-1)?.comparedWith).toEqual({
      environment: 'staging',
      drift: 'different',
    });
  });

  it('says only what the changes tell', () => {
    // A commit that no change made, but whose time is known.
    const timed = { ...runs('staging', 9), committedAt: hour(2.5) };
    expect(compare(timed, runs('production', 1)).production).toMatchObject({
      drift: 'behind',
      changesBehind: 1,
    });
    // Older than the changes at hand: there may be more in between.
    const old = { ...runs('production', 0), committedAt: hour(-100) };
    expect(compare(runs('staging', 3), old).production).toEqual({
      environment: 'staging',
      drift: 'behind',
      changesAhead: 0,
      changesBehind: undefined,
    });
    expect(
      compare(runs('staging', 9), runs('production', 1)).production,
    ).toEqual({
      environment: 'staging',
      drift: 'different',
    });
    expect(
      compare(
        runs('staging', 9, { version: undefined, artifactId: undefined }),
        runs('production', 1),
      ).production,
    ).toEqual({ environment: 'staging', drift: 'unknown' });
  });

  it('knows two branches apart', () => {
    const cells = compareEnvironments(
      [runs('staging', 5), runs('production', 7)],
      [{ commit: 'commit-7', branch: 'hotfix', mergedAt: hour(7) }, ...changes],
    );
    expect(cells[1].comparedWith?.drift).toBe('diverged');
  });
});

describe('needsOlderChanges', () => {
  const noCommit = { commit: undefined };
  it.each([
    ['every commit is at hand', runs('production', 1), false],
    ['a commit is not', runs('production', 9), true],
    ['nothing is known', runs('production', 9, noCommit), false],
    [
      'only a time within the changes is known',
      { ...runs('production', 9, noCommit), committedAt: hour(1.5) },
      false,
    ],
    [
      'only a time before the changes is known',
      { ...runs('production', 9, noCommit), committedAt: hour(0.5) },
      true,
    ],
  ])('says so when %s', (_, state, expected) => {
    expect(needsOlderChanges([runs('staging', 3), state], changes)).toBe(
      expected,
    );
  });
});
