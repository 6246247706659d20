import { toVersionRanges, versionOfCharge } from './versionRanges';

describe('toVersionRanges', () => {
  it.each([
    ['no rules', [], [{ version: 0 }]],
    ['rules for all days', [{ version: 1 }], [{ version: 1 }]],
    [
      'rules from a day on',
      [{ version: 1, appliesFrom: '2026-11-01' }],
      [{ version: 0 }, { version: 1, from: '2026-11-01' }],
    ],
    [
      'later rules from a later day on',
      [{ version: 1 }, { version: 2, appliesFrom: '2026-11-01' }],
      [{ version: 1 }, { version: 2, from: '2026-11-01' }],
    ],
    [
      'later rules from an earlier day on',
      [
        { version: 1, appliesFrom: '2026-11-01' },
        { version: 2, appliesFrom: '2026-10-15' },
      ],
      [{ version: 0 }, { version: 2, from: '2026-10-15' }],
    ],
    [
      'later rules from the same day on, and then for all days',
      [
        { version: 3 },
        { version: 2, appliesFrom: '2026-11-01' },
        { version: 1, appliesFrom: '2026-11-01' },
      ],
      [{ version: 3 }],
    ],
  ])('knows %s', (_case, versions, expected) => {
    expect(toVersionRanges(versions)).toEqual(expected);
  });
});

describe('versionOfCharge', () => {
  it('asks for the latest range first', () => {
    expect(
      versionOfCharge(
        [
          { version: 0 },
          { version: 1, from: '2026-10-01' },
          { version: 3, from: '2026-11-01' },
        ],
        'at',
      ),
    ).toEqual({
      sql: 'CASE WHEN at >= ?::timestamptz THEN ?::int WHEN at >= ?::timestamptz THEN ?::int ELSE ?::int END',
      bindings: ['2026-11-01T00:00:00Z', 3, '2026-10-01T00:00:00Z', 1, 0],
    });
  });
});
