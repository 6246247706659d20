import { findEdges } from './findEdges';

const TODAY = '2026-11-29';

describe('findEdges', () => {
  it.each([
    [
      'a month',
      ['2026-10-01', '2026-11-01'],
      { months: ['2026-10-01'], added: [], removed: [] },
    ],
    [
      'months',
      ['2026-09-01', '2026-11-01'],
      { months: ['2026-09-01', '2026-10-01'], added: [], removed: [] },
    ],
    [
      'a month but for its last days',
      ['2026-11-01', '2026-11-28'],
      {
        months: ['2026-11-01'],
        added: [],
        removed: [{ from: '2026-11-28', to: '2026-12-01' }],
      },
    ],
    [
      'few days of a month',
      ['2026-10-05', '2026-10-09'],
      {
        months: [],
        added: [{ from: '2026-10-05', to: '2026-10-09' }],
        removed: [],
      },
    ],
    [
      'a month but for days at both ends',
      ['2026-10-03', '2026-10-30'],
      {
        months: ['2026-10-01'],
        added: [],
        removed: [
          { from: '2026-10-01', to: '2026-10-03' },
          { from: '2026-10-30', to: '2026-11-01' },
        ],
      },
    ],
    [
      'few days of one month, and most of another',
      ['2026-08-30', '2026-10-02'],
      {
        months: ['2026-09-01'],
        added: [
          { from: '2026-08-30', to: '2026-09-01' },
          { from: '2026-10-01', to: '2026-10-02' },
        ],
        removed: [],
      },
    ],
    [
      'no day',
      ['2026-10-01', '2026-10-01'],
      { months: [], added: [], removed: [] },
    ],
  ])('says %s', (_name, [from, to], expected) => {
    expect(findEdges({ from, to }, TODAY)).toEqual(expected);
  });
});
