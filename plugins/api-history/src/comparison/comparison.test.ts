import type {
  ApiChange,
  ChangeSeverity,
} from '@atrium/plugin-api-history-common';
import {
  breakingVersion,
  firstVersion,
  invalidVersion,
} from '../__testUtils__/sampleVersions';
import { describeVersion, versionName } from './describeVersion';
import { groupChanges } from './groupChanges';
import { numberLines } from './numberLines';

function change(
  severity: ChangeSeverity,
  message: string,
  ...locations: string[]
): ApiChange {
  return {
    severity,
    rule: 'some-rule',
    message,
    locations,
    totalLocations: locations.length,
  };
}

describe('groupChanges', () => {
  it('groups by place, the worst place and the worst change first', () => {
    const groups = groupChanges([
      change('compatible', 'a', 'GET /payments'),
      change('risky', 'b', 'POST /refunds'),
      change('compatible', 'c', 'POST /refunds'),
      change('breaking', 'd', 'POST /refunds'),
      change('breaking', 'e'),
      change('compatible', 'f', 'GET /payments', 'POST /refunds'),
    ]);
    expect(
      groups.map(({ locations, changes }) => [
        locations.join(' and '),
        changes.map(({ message }) => message).join(''),
      ]),
    ).toEqual([
      ['POST /refunds', 'dbc'],
      ['', 'e'],
      ['GET /payments', 'a'],
      ['GET /payments and POST /refunds', 'f'],
    ]);
  });

  it('counts places that are not named', () => {
    const [group] = groupChanges([
      { ...change('risky', 'a', 'GET /a', 'GET /b'), totalLocations: 40 },
    ]);
    expect(group.moreLocations).toBe(38);
  });
});

describe('describeVersion', () => {
  it.each([
    [firstVersion, ['neutral First version']],
    [breakingVersion, ['bad 2 breaking', 'good 1 compatible']],
    [invalidVersion, ['bad Not valid, line 12']],
    [{ ...invalidVersion, error: { message: '?' } }, ['bad Not valid']],
    [{ ...firstVersion, comparedTo: 4 }, ['unknown Not compared']],
    [
      { ...breakingVersion, counts: { breaking: 0, risky: 3, compatible: 0 } },
      ['warning 3 risky'],
    ],
    [
      { ...breakingVersion, counts: { breaking: 0, risky: 0, compatible: 0 } },
      ['good Same meaning'],
    ],
  ])('says in words what version %# brought', (version, badges) => {
    expect(
      describeVersion(version).map(({ status, text }) => `${status} ${text}`),
    ).toEqual(badges);
  });

  it('names a version by its number and what it calls itself', () => {
    expect(versionName(breakingVersion)).toBe('#2, 2.0.0');
    expect(versionName(invalidVersion)).toBe('#3');
  });
});

it('counts the lines of a hunk in both texts', () => {
  const lines = numberLines({
    fromLine: 10,
    toLine: 12,
    lines: [
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'c' },
      { kind: 'added', text: 'd' },
      { kind: 'same', text: 'e' },
    ],
  });
  expect(
    lines.map(({ text, oldLine, newLine }) => [text, oldLine, newLine]),
  ).toEqual([
    ['a', 10, 12],
    ['b', 11, undefined],
    ['c', undefined, 13],
    ['d', undefined, 14],
    ['e', 12, 15],
  ]);
});
