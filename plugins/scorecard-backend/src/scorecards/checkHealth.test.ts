import { readiness } from '../__testUtils__/seedResults';
import { findRuleStart, type HealthData, toCheckHealth } from './checkHealth';

const now = new Date('2026-11-28T12:00:00Z');
const [check] = readiness.spec.checks;
const { name } = check;
const TEN_PASS = [{ check: name, outcome: 'pass', count: 10 }];
const TEN_FAIL = [{ check: name, outcome: 'fail', count: 10 }];
const versionOf = (publishedAt: string, expression = check.expression) => ({
  publishedAt: new Date(publishedAt),
  definition: {
    ...readiness,
    spec: { ...readiness.spec, checks: [{ ...check, expression }] },
  },
});

const data: HealthData = {
  changes: [],
  outcomes: TEN_PASS,
  measured: new Set([name]),
  versions: [versionOf('2026-11-27T00:00:00Z')],
  now,
};
const changeOf = (change: object) => [
  { check: name, changes: 1, failed: 0, passed: 0, mostOfOne: 1, ...change },
];

describe('toCheckHealth', () => {
  it.each<[string, Partial<HealthData>, string | undefined]>([
    ['all pass, and did', {}, 'always-passes'],
    [
      'all pass, but one failed meanwhile',
      { changes: changeOf({ failed: 1 }) },
      undefined,
    ],
    ['all fail, and did', { outcomes: TEN_FAIL }, 'always-fails'],
    [
      'all fail, but one passed meanwhile',
      { outcomes: TEN_FAIL, changes: changeOf({ passed: 1 }) },
      undefined,
    ],
    ['one changed six times', { changes: changeOf({ mostOfOne: 6 }) }, 'flaps'],
    [
      'nothing is known',
      { outcomes: [{ check: name, outcome: 'unknown', count: 3 }] },
      'never-known',
    ],
    [
      'it is measured for less than 14 days',
      { measured: new Set() },
      undefined,
    ],
    [
      'it asked something else 13 days ago',
      {
        versions: [
          versionOf('2026-11-15T12:00:00Z'),
          versionOf('2026-10-01T00:00:00Z', 'facts.docs.isPresent'),
        ],
      },
      undefined,
    ],
    [
      'it asked something else 15 days ago',
      {
        versions: [
          versionOf('2026-11-20T12:00:00Z'),
          versionOf('2026-11-13T12:00:00Z'),
          versionOf('2026-10-01T00:00:00Z', 'facts.docs.isPresent'),
        ],
      },
      'always-passes',
    ],
  ])('says where %s', (_case, change, verdict) => {
    expect(toCheckHealth(check, { ...data, ...change }).verdict).toBe(verdict);
  });
});

describe('findRuleStart', () => {
  it('says when a check began to ask what it asks', () => {
    const other = versionOf('2026-10-01T00:00:00Z', 'facts.docs.isPresent');
    const started = versionOf('2026-11-13T12:00:00Z');
    const latest = versionOf('2026-11-20T12:00:00Z');
    expect(findRuleStart(check, [latest, started, other])).toEqual(
      started.publishedAt,
    );
    expect(findRuleStart(check, [latest, started])).toBeUndefined();
  });
});
