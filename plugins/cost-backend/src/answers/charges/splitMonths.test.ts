import { splitMonths } from './splitMonths';

describe('splitMonths', () => {
  it.each([
    [
      'months',
      ['2026-09-01', '2026-11-01'],
      { months: ['2026-09-01', '2026-10-01'], parts: [] },
    ],
    [
      'a month but for its last days',
      ['2026-11-01', '2026-11-28'],
      { months: [], parts: [{ from: '2026-11-01', to: '2026-11-28' }] },
    ],
    [
      'days within a month',
      ['2026-10-05', '2026-10-09'],
      { months: [], parts: [{ from: '2026-10-05', to: '2026-10-09' }] },
    ],
    [
      'the last days of a year, a month and a day',
      ['2026-12-30', '2027-02-02'],
      {
        months: ['2027-01-01'],
        parts: [
          { from: '2026-12-30', to: '2027-01-01' },
          { from: '2027-02-01', to: '2027-02-02' },
        ],
      },
    ],
    ['no day', ['2026-10-01', '2026-10-01'], { months: [], parts: [] }],
  ])('takes %s apart', (_name, [from, to], expected) => {
    expect(splitMonths({ from, to })).toEqual(expected);
  });
});
