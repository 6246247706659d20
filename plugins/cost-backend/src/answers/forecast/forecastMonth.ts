import type { Forecast } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import {
  addDays,
  addMonths,
  countDays,
  firstDayOf,
  laterOf,
  listDays,
  monthOf,
  weekdayOf,
} from '../../calendar/days';
import { median, robustSigma } from './statistics';

/** What is known of the days before, for a forecast. */
export interface ForecastInput {
  /** The first day of the month. */
  start: string;
  /** The first day of the next one. */
  end: string;
  /** The day after the last complete one; undefined without any. */
  until: string | undefined;
  /** What use cost, by day; days before the first one are not known. */
  usage: ReadonlyMap<string, Big>;
  /** What purchases, taxes, credits and adjustments were, by day. */
  oneOffs: readonly { day: string; category: string; amount: Big }[];
}

/** A forecast, or why there is none. */
export type ForecastResult =
  | { forecast: Forecast }
  | { noForecastReason: string };

/** How many days of use a forecast looks at. */
export const HISTORY_DAYS = 56;
const MIN_DAYS = 14;
const WEEK = 7;
/** How many days say how much is used at present. */
const LEVEL_DAYS = 14;
/** Four in five of normally spread values are within so many sigmas. */
const SIGMAS_OF_80_PERCENT = 1.2816;
/** The variance of a median is so many times that of a mean. */
const MEDIAN_VARIANCE = 1.57;

/**
 * What a month will have cost: what is known, and for each day that is left what its
 * weekday usually costs.
 *
 * @remarks The present level is the median of the last 14 days, without their
 * weekdays; how much each weekday differs from its week, the median of the last 8
 * weeks. One odd day moves neither. Purchases, credits and adjustments count once
 * they are billed. Taxes that come at the end of a month are expected as the month
 * before had them. The estimate is counted in floating point and rounded to cents;
 * what is known is exact.
 */
export function forecastMonth(input: ForecastInput): ForecastResult {
  const { end, oneOffs, start, until, usage } = input;
  if (until === undefined || until < start) {
    // Days that are not known would count as days without any cost.
    return {
      noForecastReason:
        'A forecast needs the bills for all days before the month',
    };
  }
  const left = listDays(until, end);
  if (left.length === 0) {
    return { noForecastReason: 'The month is over' };
  }
  const first = [...usage.keys()].sort().at(0);
  const history = first
    ? listDays(laterOf(first, addDays(until, -HISTORY_DAYS)), until)
    : [];
  if (history.length < MIN_DAYS) {
    return {
      noForecastReason: `A forecast needs ${MIN_DAYS} complete days; there ${
        history.length === 1 ? 'is 1' : `are ${history.length}`
      }`,
    };
  }
  const model = fitWeek(
    history.map(day => Number(usage.get(day) ?? 0)),
    until,
  );
  const estimate = left.reduce(
    (sum, day) => sum + model.level * model.factors[weekdayOf(day)],
    0,
  );
  const count = left.length;
  const spread =
    SIGMAS_OF_80_PERCENT *
    model.sigma *
    Math.sqrt(
      count +
        (MEDIAN_VARIANCE * count ** 2) / Math.min(LEVEL_DAYS, history.length),
    );
  const known = sumKnown(input, left[0]).plus(sumExpectedTaxes(input, left));
  const at = (amount: number) => known.plus(amount.toFixed(2)).toFixed();
  const hasOneOffs = oneOffs.length > 0;
  return {
    forecast: {
      amount: at(estimate),
      low: at(estimate - spread),
      high: at(estimate + spread),
      basis: `What is known, and for the ${
        count === 1 ? 'day' : `${count} days`
      } left what their weekdays usually cost, by the last ${
        history.length
      } days${
        hasOneOffs
          ? '; purchases and credits count once they are billed, taxes as in the month before'
          : ''
      }. In four of five months the cost ends between the two limits`,
    },
  };
}

interface WeekModel {
  level: number;
  /** By weekday, from Sunday on: how many times the level it costs. */
  factors: number[];
  sigma: number;
}

/** @param values - of the days before a day, the last one at the end */
function fitWeek(values: readonly number[], until: string): WeekModel {
  const days = values.map((value, index) => ({
    value,
    weekday: weekdayOf(addDays(until, index - values.length)),
    week: Math.floor((values.length - 1 - index) / WEEK),
  }));
  const weeks = [...Map.groupBy(days, ({ week }) => week).values()].map(
    week => ({ days: week, middle: median(week.map(({ value }) => value)) }),
  );
  const factors = Array.from({ length: WEEK }, (_, weekday) => {
    const ratios = weeks.flatMap(week =>
      week.middle > 0
        ? week.days
            .filter(day => day.weekday === weekday)
            .map(({ value }) => value / week.middle)
        : [],
    );
    return ratios.length > 0 ? median(ratios) : 1;
  });
  const plain = days.map(({ value, weekday, week }) => ({
    week,
    // A weekday without cost says nothing about the level.
    value: factors[weekday] > 0 ? value / factors[weekday] : undefined,
  }));
  const known = plain.flatMap(({ value, week }) =>
    value === undefined ? [] : [{ value, week }],
  );
  const residuals = [
    ...Map.groupBy(known, ({ week }) => week).values(),
  ].flatMap(week => {
    const middle = median(week.map(({ value }) => value));
    return week.map(({ value }) => value - middle);
  });
  return {
    level: median(known.slice(-LEVEL_DAYS).map(({ value }) => value)),
    factors,
    sigma: robustSigma(residuals),
  };
}

/** @param firstLeft - the first day that is not known */
function sumKnown(
  { end, oneOffs, start, usage }: ForecastInput,
  firstLeft: string,
): Big {
  let known = new Big(0);
  for (const day of listDays(start, firstLeft)) {
    known = known.plus(usage.get(day) ?? 0);
  }
  for (const { amount, day } of oneOffs) {
    // Some are billed ahead, for a day that is still to come.
    known = day >= start && day < end ? known.plus(amount) : known;
  }
  return known;
}

/** Taxes that the month before had on the days that are left. */
function sumExpectedTaxes(
  { oneOffs, start }: ForecastInput,
  left: readonly string[],
): Big {
  const isBilled = oneOffs.some(
    ({ category, day }) => category === 'Tax' && day >= left[0],
  );
  const before = firstDayOf(addMonths(monthOf(start), -1));
  const firstLeft = addDays(before, countDays(start, left[0]));
  return oneOffs
    .filter(
      ({ category, day }) =>
        !isBilled && category === 'Tax' && day >= firstLeft && day < start,
    )
    .reduce((sum, { amount }) => sum.plus(amount), new Big(0));
}
