import { addDays, countDays, weekdayOf } from '../../calendar/days';
import { findUnusualDays, HISTORY_DAYS } from './findUnusualDays';

const FIRST_DAY = '2026-06-01';
const minimumAmount = 10;

/** 100 on each working day and 60 on each day of a weekend. */
function usual(days: number): number[] {
  return Array.from({ length: days }, (_, index) =>
    [0, 6].includes(weekdayOf(addDays(FIRST_DAY, index))) ? 60 : 100,
  );
}

function find(amounts: number[], from = FIRST_DAY) {
  return findUnusualDays(
    { firstDay: FIRST_DAY, amounts },
    { from, minimumAmount },
  );
}

function withDay(amounts: number[], day: string, amount: number): number[] {
  return amounts.with(countDays(FIRST_DAY, day), amount);
}

describe('findUnusualDays', () => {
  it('knows weekdays from weekends', () => {
    expect(find(usual(90))).toEqual([]);
    // 100 is usual for a Monday and too much for a Sunday.
    expect(find(withDay(usual(90), '2026-08-16', 100))).toEqual([
      { day: '2026-08-16', amount: 100, expected: 60 },
    ]);
  });

  it('finds neither what is less than a fifth, nor less than the minimum', () => {
    expect(find(withDay(usual(90), '2026-08-17', 119))).toEqual([]);
    expect(find(withDay(usual(90), '2026-08-17', 121))).toHaveLength(1);
    const small = usual(90).map(amount => amount / 20);
    expect(find(withDay(small, '2026-08-17', 14))).toEqual([]);
  });

  it('takes a new level for usual after a week', () => {
    const amounts = usual(90).map((amount, index) =>
      index >= 70 ? amount * 1.5 : amount,
    );
    const days = find(amounts).map(({ day }) => countDays(FIRST_DAY, day));
    expect(days).toEqual([70, 71, 72, 73, 74, 75, 76]);
  });

  it('expects a fee that came on the same day of the month before', () => {
    const amounts = usual(92);
    for (const day of ['2026-07-01', '2026-08-01']) {
      amounts[countDays(FIRST_DAY, day)] += 500;
    }
    expect(find(amounts)).toEqual([
      { day: '2026-07-01', amount: 600, expected: 100 },
    ]);
  });

  it('says the same of a day, however many days later it is asked', () => {
    const amounts = usual(240);
    for (const day of ['2026-09-01', '2026-10-01', '2026-11-01']) {
      amounts[countDays(FIRST_DAY, day)] += 80;
    }
    for (const day of ['2026-10-14', '2026-10-15', '2026-11-02']) {
      amounts[countDays(FIRST_DAY, day)] += 60;
    }
    const whole = find(amounts, '2026-10-10');
    expect(whole.map(({ day }) => day)).toEqual([
      '2026-10-14',
      '2026-10-15',
      '2026-11-02',
    ]);
    for (let later = 1; later <= 60; later++) {
      const from = addDays('2026-10-10', later);
      const start = countDays(FIRST_DAY, addDays(from, -HISTORY_DAYS));
      expect(
        findUnusualDays(
          {
            firstDay: addDays(FIRST_DAY, start),
            amounts: amounts.slice(start),
          },
          { from, minimumAmount },
        ),
      ).toEqual(whole.filter(({ day }) => day >= from));
    }
  });

  it('says nothing before it has three weeks, and nothing of days before', () => {
    expect(find(withDay(usual(30), '2026-06-19', 500))).toEqual([]);
    expect(find(withDay(usual(90), '2026-08-16', 500), '2026-08-17')).toEqual(
      [],
    );
  });
});

/*
 * The measure: 60 services over a quarter, with weekdays, growth, noise and fees on
 * the first of the month, of which half have one anomaly of 1 to 5 days that costs 40
 * to 200 % more. Found are 97 % of them, with 0.27 false alarms per service.
 */
describe('findUnusualDays, on injected anomalies', () => {
  const SERVICES = 60;
  const QUARTER = 91;

  it('finds 9 of 10, at not more than one false alarm per service and quarter', () => {
    const random = createRandom(20261128);
    let found = 0;
    let injected = 0;
    let falseAlarms = 0;
    for (let service = 0; service < SERVICES; service++) {
      const sample = createService(random);
      const first = HISTORY_DAYS + Math.floor(random() * (QUARTER - 6));
      const length = 1 + Math.floor(random() * 5);
      const isInjected = service % 2 === 0;
      if (isInjected) {
        injected += 1;
        const rise = 0.4 + random() * 1.6;
        for (let index = first; index < first + length; index++) {
          sample[index] *= 1 + rise;
        }
      }
      const isIn = (index: number) =>
        isInjected && index >= first && index < first + length;
      const days = find(sample, addDays(FIRST_DAY, HISTORY_DAYS)).map(
        ({ day }) => countDays(FIRST_DAY, day),
      );
      found += days.some(isIn) ? 1 : 0;
      falseAlarms += countRuns(days.filter(index => !isIn(index)));
    }
    const recall = found / injected;
    const perService = falseAlarms / SERVICES;
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(perService).toBeLessThanOrEqual(1);
  });

  function createService(random: () => number): number[] {
    const level = 50 * 40 ** random();
    const weekend = 0.4 + 0.6 * random();
    const growth = 0.06 * random();
    const noise = 0.02 + 0.08 * random();
    const fee = random() < 0.5 ? level * (1 + random()) : 0;
    return Array.from({ length: HISTORY_DAYS + QUARTER }, (_, index) => {
      const day = addDays(FIRST_DAY, index);
      const weekday = [0, 6].includes(weekdayOf(day)) ? weekend : 1;
      const grown = (1 + growth) ** (index / 30);
      const wobble = Math.exp(noise * gauss(random));
      return level * weekday * grown * wobble + (day.endsWith('-01') ? fee : 0);
    });
  }
});

function countRuns(days: number[]): number {
  return days.filter((day, index) => day - 1 !== days[index - 1]).length;
}

/** The same numbers from 0 to 1 for the same seed: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function gauss(random: () => number): number {
  return (
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  );
}
