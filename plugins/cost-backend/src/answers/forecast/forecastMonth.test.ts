import Big from 'big.js';
import { listDays, weekdayOf } from '../../calendar/days';
import { forecastMonth, type ForecastInput } from './forecastMonth';

/** 10 on each working day and 5 on each day of a weekend. */
function usageFrom(from: string, until: string): Map<string, Big> {
  return new Map(
    listDays(from, until).map(day => [
      day,
      new Big([0, 6].includes(weekdayOf(day)) ? 5 : 10),
    ]),
  );
}

const november: ForecastInput = {
  start: '2026-11-01',
  end: '2026-12-01',
  until: '2026-11-16',
  usage: usageFrom('2026-09-01', '2026-11-16'),
  oneOffs: [],
};

function read(input: Partial<ForecastInput>) {
  const result = forecastMonth({ ...november, ...input });
  return 'forecast' in result
    ? [result.forecast.low, result.forecast.amount, result.forecast.high]
    : result.noForecastReason;
}

describe('forecastMonth', () => {
  it('adds what weekdays usually cost to what is known', () => {
    // Known: 10 × 10 + 5 × 5; to come: 11 working days and 4 of weekends.
    expect(read({})).toEqual(['255', '255', '255']);
  });

  it('is not moved by one odd day, but counts it', () => {
    const usage = new Map(november.usage).set('2026-11-11', new Big(500));
    expect(read({ usage })).toEqual(['745', '745', '745']);
  });

  it('follows a new level once it holds for more than a week', () => {
    const doubled = [...november.usage].map(([day, amount]): [string, Big] => [
      day,
      day >= '2026-11-02' ? amount.times(2) : amount,
    ]);
    // Known: 5, and 120 twice; to come: 130 twice.
    const result = read({ usage: new Map(doubled) });
    expect(result[1]).toBe('505');
  });

  it('is less sure where days differ more', () => {
    const noisy = [...november.usage].map(
      ([day, amount], index): [string, Big] => [
        day,
        amount.plus(index % 2 === 0 ? 1 : -1),
      ],
    );
    const [low, amount, high] = read({ usage: new Map(noisy) });
    expect(Number(low)).toBeLessThan(Number(amount) - 5);
    expect(Number(high)).toBeGreaterThan(Number(amount) + 5);
    expect(new Big(high).minus(amount).toFixed()).toBe(
      new Big(amount).minus(low).toFixed(),
    );
  });

  it('takes purchases and credits as billed, and taxes as in the month before', () => {
    expect(
      read({
        oneOffs: [
          { day: '2026-10-31', category: 'Tax', amount: new Big('19.5') },
          { day: '2026-10-20', category: 'Purchase', amount: new Big(1000) },
          { day: '2026-11-03', category: 'Purchase', amount: new Big(300) },
          { day: '2026-11-10', category: 'Credit', amount: new Big(-50) },
        ],
      }),
      // 255 + 300 - 50, and the taxes of a day that November does not have.
    ).toEqual(['524.5', '524.5', '524.5']);
  });

  it('needs two weeks of complete days', () => {
    const usage = usageFrom('2026-11-03', '2026-11-16');
    expect(read({ usage })).toBe(
      'A forecast needs 14 complete days; there are 13',
    );
    expect(read({ usage: new Map() })).toBe(
      'A forecast needs 14 complete days; there are 0',
    );
    expect(read({ until: '2026-12-01' })).toBe('The month is over');
  });

  it('knows nothing of a month before all days before it are known', () => {
    const december = { start: '2026-12-01', end: '2027-01-01' };
    const reason = 'A forecast needs the bills for all days before the month';
    expect(read(december)).toBe(reason);
    expect(read({ ...december, until: '2026-11-30' })).toBe(reason);
    expect(read({ until: undefined })).toBe(reason);
    // Eight weeks of 60 before: December has 23 working days and 8 of weekends.
    expect(
      read({
        ...december,
        until: '2026-12-01',
        usage: usageFrom('2026-09-01', '2026-12-01'),
      }),
    ).toEqual(['270', '270', '270']);
  });

  it('knows that February is short', () => {
    const [, amount] = read({
      start: '2027-02-01',
      end: '2027-03-01',
      until: '2027-02-15',
      usage: usageFrom('2026-12-01', '2027-02-15'),
    });
    // Four weeks of 60.
    expect(amount).toBe('240');
  });
});
