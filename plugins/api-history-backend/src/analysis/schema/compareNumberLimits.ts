import { words } from '../../apiHistoryWords';
import type { SchemaView } from './SchemaView';
import type { SchemaVisit } from './SchemaVisit';
import { mildSeverityOf, severityOf } from './SchemaVisit';

/** The strictest of the limits at one end. */
interface NumberLimit {
  keyword: string;
  /** As written. */
  written: number;
  /** The last number that is allowed, or the first one that is not. */
  value: number;
  isExclusive: boolean;
}

/** One end of a range of numbers. */
interface RangeEnd {
  inclusive: 'minimum' | 'maximum';
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum';
  /** Towards the numbers that are allowed. */
  inwards: 1 | -1;
}

const ENDS: RangeEnd[] = [
  { inclusive: 'minimum', exclusive: 'exclusiveMinimum', inwards: 1 },
  { inclusive: 'maximum', exclusive: 'exclusiveMaximum', inwards: -1 },
];

/** Compares how small and how large numbers may be. */
export function compareNumberLimits(visit: SchemaVisit): void {
  const areIntegers = [visit.before, visit.after].every(
    ({ types }) => types?.size === 1 && types.has('integer'),
  );
  for (const end of ENDS) {
    const before = limitOf(visit.before, end, areIntegers);
    const after = limitOf(visit.after, end, areIntegers);
    const difference = compareStrictness(before, after, end);
    if (difference !== 0) {
      reportLimit(visit, { before, after, isNarrowed: difference < 0 });
    }
  }
}

function limitOf(
  view: SchemaView,
  end: RangeEnd,
  areIntegers: boolean,
): NumberLimit | undefined {
  const limits = [end.inclusive, end.exclusive].flatMap(keyword => {
    const written = view.bounds.get(keyword);
    if (written === undefined) {
      return [];
    }
    const isExclusive = keyword === end.exclusive;
    const limit = { keyword, written, value: written, isExclusive };
    return areIntegers ? atInteger(limit, end) : limit;
  });
  return limits.sort((one, other) => compareStrictness(one, other, end)).at(-1);
}

/** The integer that is allowed last: what is above 0 begins with 1. */
function atInteger(limit: NumberLimit, { inwards }: RangeEnd): NumberLimit {
  const { value, isExclusive } = limit;
  const nearest = inwards * Math.ceil(inwards * value);
  return {
    ...limit,
    value: isExclusive && nearest === value ? nearest + inwards : nearest,
    isExclusive: false,
  };
}

/** Below 0 where the second allows less than the first. */
function compareStrictness(
  one: NumberLimit | undefined,
  other: NumberLimit | undefined,
  { inwards }: RangeEnd,
): number {
  if (!one || !other) {
    return Number(Boolean(one)) - Number(Boolean(other));
  }
  return (
    inwards * (one.value - other.value) ||
    Number(one.isExclusive) - Number(other.isExclusive)
  );
}

function reportLimit(
  { direction, subject, report }: SchemaVisit,
  change: {
    before: NumberLimit | undefined;
    after: NumberLimit | undefined;
    isNarrowed: boolean;
  },
): void {
  const { before, after, isNarrowed } = change;
  const isSameKeyword = !before || !after || before.keyword === after.keyword;
  const describe = (limit: NumberLimit | undefined) =>
    limit &&
    (isSameKeyword
      ? String(limit.written)
      : `${limit.keyword} ${limit.written}`);
  const none = words.describe('apiHistory.change.none');
  report({
    severity: isNarrowed
      ? severityOf(direction, 'narrowed')
      : mildSeverityOf(direction, 'widened'),
    rule: `${direction}-limit-changed`,
    message: words.describe('apiHistory.change.limitChanged', {
      limit: (after ?? before)?.keyword ?? '',
      subject,
      from: describe(before) ?? none,
      to: describe(after) ?? none,
    }),
    before: describe(before),
    after: describe(after),
  });
}
