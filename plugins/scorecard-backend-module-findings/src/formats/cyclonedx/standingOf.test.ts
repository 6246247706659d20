import { standingOf } from './standingOf';

const listed = (version: string, status?: string) => ({ version, status });
const range = { range: 'vers:semver/>=2.0.0|<3.0.0', status: 'unaffected' };

describe('standingOf', () => {
  it.each([
    ['no versions', 'not-affected', undefined, '1.0', 'not-affected'],
    ['none of them', 'fixed', [], '1.0', 'fixed'],
    ['the version', 'not-affected', [listed('1.0')], '1.0', 'not-affected'],
    [
      'the version as not affected',
      'open',
      [listed('1.0', 'unaffected')],
      '1.0',
      'not-affected',
    ],
    [
      'it as affected, though it cannot be exploited',
      'not-affected',
      [listed('1.0', 'affected')],
      '1.0',
      'not-affected',
    ],
    ['another one', 'not-affected', [listed('2.0')], '1.0', undefined],
    ['another one that is exploited', 'open', [listed('2.0')], '1.0', 'open'],
    ['a range that is exploited', 'open', [range], '1.0', 'open'],
    [
      'some, of which one is in use',
      'not-affected',
      [range, listed('1.0')],
      '1.0',
      'not-affected',
    ],
  ] as const)('takes %s', (_, analysed, versions, version, state) => {
    expect(
      standingOf(analysed, { version, versions: versions && [...versions] }),
    ).toBe(state);
  });

  it('clears nothing by a range, or where the version is not known', () => {
    expect(
      standingOf('not-affected', { version: '2.5.0', versions: [range] }),
    ).toEqual({
      reason:
        'holds for ranges of versions, which are not read: name the version 2.5.0',
    });
    expect(standingOf('fixed', { versions: [listed('1.0')] })).toEqual({
      reason: 'holds for some versions, and the version in use is not known',
    });
  });
});
