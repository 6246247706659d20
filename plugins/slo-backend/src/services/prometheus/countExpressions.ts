import {
  type Comparison,
  formatMinutes,
  queriesOf,
  type SloIndicator,
  type SloObjective,
  type SloQuery,
} from '@atrium/plugin-slo-common';
import { inBrackets, numberOf, selectorOf } from './promql';
import { promqlOf } from './promqlOf';

const OPERATORS: Record<Comparison, string> = {
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** How PromQL writes a comparison. */
export function operatorOf(comparison: Comparison): string {
  return OPERATORS[comparison];
}

/** PromQL for the counts of an indicator over a range. */
export interface CountExpressions {
  good(minutes: number): string;
  total(minutes: number): string;
}

/** The expressions of an indicator, or why there are none. */
export function countExpressions(
  indicator: SloIndicator,
  objective: SloObjective,
): CountExpressions | { reasons: string[] } {
  const reasons = queriesOf(indicator).flatMap(({ part, query }) =>
    reasonsAgainst({ part, query, indicator }),
  );
  if (reasons.length > 0) {
    return { reasons };
  }
  switch (indicator.kind) {
    case 'ratio':
      return ratioExpressions(indicator);
    case 'threshold':
      return thresholdExpressions(indicator.query, objective);
    case 'raw':
      return {
        reasons: [
          `The indicator '${indicator.name}' gives ready-made ratios, and how many events are behind each is not known: an average of them would be wrong.`,
        ],
      };
    default:
      return indicator satisfies never;
  }
}

function reasonsAgainst(options: {
  part: string;
  query: SloQuery;
  indicator: SloIndicator;
}): string[] {
  const { part, query, indicator } = options;
  const name = `The ${part} query of '${indicator.name}'`;
  const promql = promqlOf(query);
  if ('reason' in promql) {
    return [`${name} ${promql.reason}.`];
  }
  const { text } = promql;
  const isCounter = indicator.kind === 'ratio' && indicator.isCounter;
  return isCounter && selectorOf(text) === undefined
    ? [
        `${name} is neither a selector nor the sum of one, so its growth over a range cannot be asked.`,
      ]
    : [];
}

function ratioExpressions(
  indicator: Extract<SloIndicator, { kind: 'ratio' }>,
): CountExpressions {
  const over = (query: SloQuery, minutes: number) => {
    const text = textOf(query);
    const range = formatMinutes(minutes);
    return indicator.isCounter
      ? `sum(increase(${selectorOf(text)}[${range}]))`
      : `sum(sum_over_time(${inBrackets(text)}[${range}:1m]))`;
  };
  const total = (minutes: number) => over(indicator.total, minutes);
  // Where there is a total, events that never happened have no series.
  const events = (minutes: number) =>
    `(${over(indicator.events, minutes)} or 0 * ${total(minutes)})`;
  return {
    total,
    good: minutes =>
      indicator.numerator === 'good'
        ? events(minutes)
        : `${total(minutes)} - ${events(minutes)}`,
  };
}

function thresholdExpressions(
  query: SloQuery,
  { op = 'lte', value = 0 }: SloObjective,
): CountExpressions {
  const text = inBrackets(textOf(query));
  const isGood = `${text} ${operatorOf(op)} bool ${numberOf(value)}`;
  return {
    good: minutes =>
      `sum(sum_over_time((${isGood})[${formatMinutes(minutes)}:1m]))`,
    total: minutes =>
      `sum(count_over_time(${text}[${formatMinutes(minutes)}:1m]))`,
  };
}

/** Of queries that nothing speaks against. */
function textOf(query: SloQuery): string {
  const promql = promqlOf(query);
  return 'text' in promql ? promql.text : '';
}
