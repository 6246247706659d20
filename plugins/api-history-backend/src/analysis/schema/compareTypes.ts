import { atStart } from './describePlace';
import { words } from '../../apiHistoryWords';
import type { SchemaView } from './SchemaView';
import type { SchemaVisit } from './SchemaVisit';
import { mildSeverityOf, severityOf } from './SchemaVisit';

/** Formats whose values are all values of the other, too. */
const WIDER_FORMATS: Record<string, string> = {
  int32: 'int64',
  float: 'double',
};

/**
 * Compares types, null and format.
 *
 * @returns whether the two have a type in common, so that it makes sense to look
 * at the rest
 */
export function compareTypes(visit: SchemaVisit): boolean {
  const isComparable = compareNamedTypes(visit);
  if (isComparable) {
    compareNull(visit);
    compareFormat(visit);
  }
  return isComparable;
}

function compareNamedTypes(visit: SchemaVisit): boolean {
  const { direction, subject } = visit;
  const isChoiceOnBothSides =
    visit.before.unions.length > 0 && visit.after.unions.length > 0;
  if (
    !isChoiceOnBothSides &&
    (leavesTypeToChoice(visit.before) || leavesTypeToChoice(visit.after))
  ) {
    // What became of the choice is told by itself.
    return true;
  }
  const before = allowedTypes(visit.before);
  const after = allowedTypes(visit.after);
  const removed = missingTypes(before, after);
  const added = missingTypes(after, before);
  if (removed.length === 0 && added.length === 0) {
    return true;
  }
  const values = {
    before: describeTypes(before),
    after: describeTypes(after),
  };
  const rule = `${direction}-type-changed`;
  const change = { subject, from: values.before, to: values.after };
  if (removed.length > 0 && added.length > 0) {
    const severity = severityOf(direction, 'changed');
    const message = words.describe('apiHistory.change.typeChanged', change);
    visit.report({ severity, rule, message, ...values });
    return [...(before ?? [])].some(type => !removed.includes(type));
  }
  const effect = removed.length > 0 ? 'narrowed' : 'widened';
  visit.report({
    severity: severityOf(direction, effect),
    rule,
    message: words.describe(
      `apiHistory.change.typeChanged.${direction}.${effect}`,
      change,
    ),
    ...values,
  });
  return true;
}

/** The types of one side that the other does not cover; undefined is any. */
function missingTypes(
  types: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): string[] {
  if (!other) {
    return [];
  }
  if (!types) {
    return ['any'];
  }
  return [...types].filter(
    type => !other.has(type) && !(type === 'integer' && other.has('number')),
  );
}

function describeTypes(types: ReadonlySet<string> | undefined): string {
  if (types?.size === 0) {
    return 'none';
  }
  return types ? [...types].sort().join(' or ') : 'any';
}

function allowedTypes(view: SchemaView): ReadonlySet<string> | undefined {
  return view.isNever ? new Set() : view.types;
}

function leavesTypeToChoice(view: SchemaView): boolean {
  return !view.types && view.unions.length > 0 && !view.isNever;
}

/** Compares whether null is allowed. */
export function compareNull({ direction, ...visit }: SchemaVisit): void {
  const { before, after, subject } = visit;
  if (before.isNullable === after.isNullable) {
    return;
  }
  // Where anything was or is allowed, the change of type says it already.
  if (isAnything(before) || isAnything(after)) {
    return;
  }
  visit.report({
    severity: severityOf(direction, after.isNullable ? 'widened' : 'narrowed'),
    rule: `${direction}-nullability-changed`,
    message: after.isNullable
      ? words.describe('apiHistory.change.nullable', {
          subject: atStart(subject),
        })
      : words.describe('apiHistory.change.notNullable', {
          subject: atStart(subject),
        }),
  });
}

function isAnything(view: SchemaView): boolean {
  return !view.types && !view.values && view.unions.length === 0;
}

function compareFormat({ direction, ...visit }: SchemaVisit): void {
  const { subject } = visit;
  const before = visit.before.format;
  const after = visit.after.format;
  if (before === after) {
    return;
  }
  const rule = `${direction}-format-changed`;
  if (before === undefined) {
    visit.report({
      severity: mildSeverityOf(direction, 'narrowed'),
      rule,
      message: words.describe('apiHistory.change.formatAdded', {
        subject: atStart(subject),
        format: String(after),
      }),
      after,
    });
  } else if (after === undefined) {
    visit.report({
      severity: mildSeverityOf(direction, 'widened'),
      rule,
      message: words.describe('apiHistory.change.formatRemoved', {
        subject: atStart(subject),
        format: before,
      }),
      before,
    });
  } else {
    const isWider = WIDER_FORMATS[before] === after;
    const isNarrower = WIDER_FORMATS[after] === before;
    const severity = isWider
      ? mildSeverityOf(direction, 'widened')
      : severityOf(direction, isNarrower ? 'narrowed' : 'changed');
    visit.report({
      severity,
      rule,
      message: words.describe('apiHistory.change.formatChanged', {
        subject,
        from: before,
        to: after,
      }),
      before,
      after,
    });
  }
}
