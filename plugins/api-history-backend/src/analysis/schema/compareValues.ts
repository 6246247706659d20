import type { MessageDescriptor } from '@atrium/common';
import { atStart } from './describePlace';
import { words } from '../../apiHistoryWords';
import { describeJsonValues, describeValue } from '../tree/describeValue';
import { compareNumberLimits } from './compareNumberLimits';
import type { Bound } from './SchemaView';
import { LOWER_COUNTS, UPPER_COUNTS } from './SchemaView';
import type { Effect, SchemaVisit } from './SchemaVisit';
import { mildSeverityOf, severityOf } from './SchemaVisit';

/** Compares what single values may be: enumerations, bounds, patterns. */
export function compareValues(visit: SchemaVisit): void {
  compareEnumeration(visit);
  compareNumberLimits(visit);
  for (const bound of LOWER_COUNTS) {
    compareBound(visit, bound, (before, after) => after > before);
  }
  for (const bound of UPPER_COUNTS) {
    compareBound(visit, bound, (before, after) => after < before);
  }
  comparePattern(visit);
  compareMultipleOf(visit);
  compareUniqueItems(visit);
  compareDefault(visit);
}

function compareEnumeration({ direction, ...visit }: SchemaVisit): void {
  const { subject } = visit;
  const before = visit.before.values;
  const after = visit.after.values;
  if (before && after) {
    const removed = [...before].filter(value => !after.has(value));
    if (removed.length > 0) {
      const values = describeJsonValues(removed);
      visit.report({
        severity: severityOf(direction, 'narrowed'),
        rule: `${direction}-enum-value-removed`,
        message:
          direction === 'request'
            ? words.describe('apiHistory.change.valuesRefused', {
                subject: atStart(subject),
                values,
              })
            : words.describe('apiHistory.change.isNeverAnyMore', {
                subject: atStart(subject),
                value: values,
              }),
        before: describeJsonValues(before),
        after: describeJsonValues(after),
      });
    }
    const added = [...after].filter(value => !before.has(value));
    if (added.length > 0) {
      const values = describeJsonValues(added);
      visit.report({
        severity: mildSeverityOf(direction, 'widened'),
        rule: `${direction}-enum-value-added`,
        message:
          direction === 'request'
            ? words.describe('apiHistory.change.valuesAccepted', {
                subject: atStart(subject),
                values,
              })
            : words.describe('apiHistory.change.canBeUnknown', {
                subject: atStart(subject),
                value: values,
              }),
        before: describeJsonValues(before),
        after: describeJsonValues(after),
      });
    }
  } else if (after) {
    const values = describeJsonValues(after);
    visit.report({
      severity: severityOf(direction, 'narrowed'),
      rule: `${direction}-enum-added`,
      message: words.describe('apiHistory.change.enumAdded', {
        subject: atStart(subject),
        values,
      }),
      after: values,
    });
  } else if (before) {
    const values = describeJsonValues(before);
    visit.report({
      severity: mildSeverityOf(direction, 'widened'),
      rule: `${direction}-enum-removed`,
      message: words.describe('apiHistory.change.enumRemoved', {
        subject: atStart(subject),
        values,
      }),
      before: values,
    });
  }
}

function compareBound(
  { direction, ...visit }: SchemaVisit,
  bound: Bound,
  isNarrower: (before: number, after: number) => boolean,
): void {
  const before = visit.before.bounds.get(bound);
  const after = visit.after.bounds.get(bound);
  if (before === after) {
    return;
  }
  const effect: Effect =
    after !== undefined && (before === undefined || isNarrower(before, after))
      ? 'narrowed'
      : 'widened';
  const severity =
    effect === 'widened'
      ? mildSeverityOf(direction, effect)
      : severityOf(direction, effect);
  visit.report({
    severity,
    rule: `${direction}-limit-changed`,
    message: describeLimit(bound, { before, after, subject: visit.subject }),
    before: before?.toString(),
    after: after?.toString(),
  });
}

function comparePattern({ direction, ...visit }: SchemaVisit): void {
  const before = visit.before.pattern;
  const after = visit.after.pattern;
  if (before === after) {
    return;
  }
  const rule = `${direction}-pattern-changed`;
  const { subject } = visit;
  if (before === undefined) {
    visit.report({
      severity: severityOf(direction, 'narrowed'),
      rule,
      message: words.describe('apiHistory.change.patternAdded', {
        subject: atStart(subject),
      }),
      after,
    });
  } else if (after === undefined) {
    visit.report({
      severity: mildSeverityOf(direction, 'widened'),
      rule,
      message: words.describe('apiHistory.change.patternRemoved', {
        subject: atStart(subject),
      }),
      before,
    });
  } else {
    // Which of two patterns matches more cannot be told in general.
    visit.report({
      severity: 'risky',
      rule,
      message: words.describe('apiHistory.change.patternChanged', { subject }),
      before,
      after,
    });
  }
}

function compareMultipleOf({ direction, ...visit }: SchemaVisit): void {
  const before = visit.before.multipleOf;
  const after = visit.after.multipleOf;
  if (before === after) {
    return;
  }
  let effect: Effect = 'changed';
  if (before === undefined || isMultiple(after, before)) {
    effect = 'narrowed';
  } else if (after === undefined || isMultiple(before, after)) {
    effect = 'widened';
  }
  visit.report({
    severity:
      effect === 'widened'
        ? mildSeverityOf(direction, effect)
        : severityOf(direction, effect),
    rule: `${direction}-limit-changed`,
    message: describeLimit('multipleOf', {
      before,
      after,
      subject: visit.subject,
    }),
    before: before?.toString(),
    after: after?.toString(),
  });
}

function isMultiple(whole = NaN, part = NaN): boolean {
  const ratio = whole / part;
  // Steps such as 0.1 and 0.01 have no exact binary form.
  const tolerance = 4 * Number.EPSILON * ratio;
  return Math.abs(ratio - Math.round(ratio)) <= tolerance;
}

function compareUniqueItems({ direction, ...visit }: SchemaVisit): void {
  const { before, after, subject } = visit;
  if (before.hasUniqueItems === after.hasUniqueItems) {
    return;
  }
  visit.report({
    severity: after.hasUniqueItems
      ? severityOf(direction, 'narrowed')
      : mildSeverityOf(direction, 'widened'),
    rule: `${direction}-limit-changed`,
    message: after.hasUniqueItems
      ? words.describe('apiHistory.change.itemsUnique', { subject })
      : words.describe('apiHistory.change.itemsMayRepeat', { subject }),
  });
}

/** A default matters to those who leave the value out of what they send. */
function compareDefault({ direction, ...visit }: SchemaVisit): void {
  const before = visit.before.defaultValue;
  const after = visit.after.defaultValue;
  if (
    direction === 'response' ||
    JSON.stringify(before) === JSON.stringify(after)
  ) {
    return;
  }
  const { subject } = visit;
  visit.report({
    severity: before === undefined ? 'compatible' : 'risky',
    rule: `${direction}-default-changed`,
    message:
      after === undefined
        ? words.describe('apiHistory.change.defaultRemoved', { subject })
        : words.describe('apiHistory.change.defaultChanged', { subject }),
    before: before === undefined ? undefined : describeValue(before),
    after: after === undefined ? undefined : describeValue(after),
  });
}

function describeLimit(
  limit: string,
  {
    before,
    after,
    subject,
  }: { before?: number; after?: number; subject: MessageDescriptor },
): MessageDescriptor {
  const none = words.describe('apiHistory.change.none');
  return words.describe('apiHistory.change.limitChanged', {
    limit,
    subject,
    from: before?.toString() ?? none,
    to: after?.toString() ?? none,
  });
}
