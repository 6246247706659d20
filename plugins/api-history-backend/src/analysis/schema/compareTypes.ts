import { atStart } from './describePlace';
import { words } from '../../apiHistoryWords';
import type { SchemaReader } from './SchemaReader';
import type { SchemaView } from './SchemaView';
import type { SchemaVisit } from './SchemaVisit';
import { mildSeverityOf, severityOf } from './SchemaVisit';

/** How many choices inside a choice are looked at for their types. */
const MAX_CHOICES = 100;

/** Formats whose values are all values of the other, too. */
const WIDER_FORMATS: Record<string, string> = {
  int32: 'int64',
  float: 'double',
};

/** Undefined where any type is allowed. */
type AllowedTypes = ReadonlySet<string> | undefined;

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
  const [before, after] = namedOrOfMembers(visit);
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
function missingTypes(types: AllowedTypes, other: AllowedTypes): string[] {
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

function describeTypes(types: AllowedTypes): string {
  if (types?.size === 0) {
    return 'none';
  }
  return types ? [...types].sort().join(' or ') : 'any';
}

/**
 * The types of both sides. Where one names none and leaves it to a choice while the
 * other names them, those of its members count.
 */
function namedOrOfMembers(visit: SchemaVisit): [AllowedTypes, AllowedTypes] {
  const { before, after, readers } = visit;
  return leavesTypeToChoice(before) === leavesTypeToChoice(after)
    ? [allowedTypes(before), allowedTypes(after)]
    : [
        typesOfMembers(before, readers.before),
        typesOfMembers(after, readers.after),
      ];
}

function allowedTypes(view: SchemaView): AllowedTypes {
  return view.isNever ? new Set() : view.types;
}

function typesOfMembers(
  view: SchemaView,
  reader: SchemaReader,
  seen: Set<SchemaView> = new Set(),
): AllowedTypes {
  if (!leavesTypeToChoice(view)) {
    return allowedTypes(view);
  }
  if (seen.has(view)) {
    // A choice that is its own member allows no more by that.
    return new Set();
  }
  seen.add(view);
  const types = new Set<string>();
  for (const member of view.unions[0]) {
    const allowed =
      seen.size < MAX_CHOICES
        ? typesOfMembers(reader.read(member), reader, seen)
        : undefined;
    if (!allowed) {
      return undefined;
    }
    for (const type of allowed) {
      types.add(type);
    }
  }
  return types;
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
