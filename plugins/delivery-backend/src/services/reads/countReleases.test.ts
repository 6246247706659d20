import type { DoraDeployment, DoraIncident } from '../../model/DoraInput';
import { readReleaseHistory } from '../dora/readReleaseHistory';
import { countReleases } from './countReleases';
import { findReleaseFailures } from './findReleaseFailures';

type Options = Partial<Parameters<typeof countReleases>[1]['query']>;

const day = '2026-11-25';
const tiers = new Map([
  ['production', 'production'],
  ['eu', 'production'],
  ['staging', 'staging'],
]);

/** What happened, as `10:00 deployed 1 production`, of `app` or as the last word says. */
function deployments(...lines: string[]): DoraDeployment[] {
  return lines.map((line, index) => {
    const [time, kind, version, environment = 'production', service = 'app'] =
      line.split(' ');
    return {
      id: String(index),
      kind: kind as DoraDeployment['kind'],
      environment,
      service,
      at: Date.parse(`${day}T${time}:30Z`),
      version,
      artifactId: version,
    };
  });
}

/** What went wrong, as `10:40 production 2 app`; a dash where nothing is said. */
function incidents(...lines: string[]): DoraIncident[] {
  return lines.map(line => {
    const [time, environment, artifactId, service] = line
      .split(' ')
      .map(word => (word === '-' ? undefined : word));
    return {
      id: line,
      detectedAt: Date.parse(`${day}T${time}:30Z`),
      environment,
      artifactId,
      service,
    };
  });
}

function count(
  lines: string[],
  options: Options = {},
  detected: string[] = [],
): Record<string, number> {
  const history = readReleaseHistory(deployments(...lines));
  const minutes = countReleases(history.releases, {
    failedAt: findReleaseFailures(history, {
      incidents: incidents(...detected),
      tiers,
      failureWindowMs: 6 * 3_600_000,
    }),
    query: {
      key: 'a',
      entityRef: 'component:default/a',
      measure: 'deployments',
      failsWithinMinutes: 60,
      ...options,
    },
    tiers,
    fromMs: Date.parse(`${day}T10:00Z`),
    toMs: Date.parse(`${day}T14:00Z`),
  });
  return Object.fromEntries(
    minutes.map(({ minute, count: times }) => [minute.slice(11, 16), times]),
  );
}

describe('countReleases', () => {
  it('counts what stays when that is known, and what fails when it fails', () => {
    const lines = [
      '09:00 deployed 1',
      '10:10 upgraded 2',
      // Brings nothing new.
      '10:20 upgraded 2',
      '10:40 rolledback 1',
      '11:00 upgraded 3',
      // Too late to be the fault of the deployment.
      '12:30 rolledback 1',
      // Not known yet by the end.
      '13:10 upgraded 4',
    ];
    expect(count(lines)).toEqual({ '10:00': 1, '10:40': 1, '12:00': 1 });
    expect(count(lines, { result: 'success' })).toEqual({
      '10:00': 1,
      '12:00': 1,
    });
    expect(count(lines, { result: 'failure' })).toEqual({ '10:40': 1 });
    // With more patience the second roll-back counts as well.
    expect(
      count(lines, { result: 'failure', failsWithinMinutes: 120 }),
    ).toEqual({ '10:40': 1, '12:30': 1 });
  });

  it('blames what was running, roll-back by roll-back', () => {
    const lines = [
      '10:00 deployed 1',
      '10:30 upgraded 2',
      '10:40 rolledback 1',
      '10:50 rolledback 0',
    ];
    expect(count(lines, { result: 'failure' })).toEqual({
      '10:40': 1,
      '10:50': 1,
    });
    expect(count(lines, { result: 'success' })).toEqual({});
  });

  it('looks at one environment, or those for one purpose', () => {
    const lines = [
      '10:00 deployed 1 production',
      '10:00 deployed 1 eu',
      '10:00 deployed 1 staging',
      '10:30 rolledback 0 staging',
    ];
    expect(count(lines)).toEqual({ '10:30': 1, '11:00': 2 });
    expect(count(lines, { environment: 'staging' })).toEqual({ '10:30': 1 });
    expect(count(lines, { tier: 'production' })).toEqual({ '11:00': 2 });
  });

  it('fails the service that was rolled back, or that the incident names', () => {
    const lines = [
      '10:00 deployed 1 production api',
      '10:10 deployed 1 production worker',
      '10:20 rolledback 0 production api',
      '10:30 deployed 2 production api',
      '10:40 deployed 2 production worker',
    ];
    expect(count(lines, { result: 'failure' })).toEqual({ '10:20': 1 });
    expect(count(lines, { result: 'success' })).toEqual({
      '11:10': 1,
      '11:30': 1,
      '11:40': 1,
    });
    expect(
      count(lines, { result: 'success' }, ['11:00 production - api']),
    ).toEqual({ '11:10': 1, '11:40': 1 });
  });

  it('fails what an incident is blamed on, when it is detected', () => {
    const lines = [
      '10:00 deployed 1',
      '11:00 upgraded 2',
      '11:40 upgraded 3',
      '11:50 deployed 9 staging',
    ];
    const failures = (...detected: string[]) =>
      count(lines, { result: 'failure' }, detected);
    expect(failures()).toEqual({});
    // The newest one there, or the one it names; never that of staging.
    expect(failures('11:55 production')).toEqual({ '11:55': 1 });
    expect(failures('11:55 -')).toEqual({ '11:55': 1 });
    expect(failures('11:55 production 2')).toEqual({ '11:55': 1 });
    // Too late for the release, or the second of two.
    expect(failures('12:05 production 2')).toEqual({});
    expect(failures('11:57 production', '11:55 production')).toEqual({
      '11:55': 1,
    });
    expect(
      count(lines, { result: 'success', environment: 'production' }, [
        '11:55 production',
      ]),
    ).toEqual({ '11:00': 1, '12:00': 1 });
  });
});
