import { atStart } from './describePlace';
import { words } from '../../apiHistoryWords';
import { isPlainMap, type PlainData } from '@atrium/common/yaml';
import type { SchemaReader } from './SchemaReader';
import type { SchemaView } from './SchemaView';
import type { Direction, SchemaVisit } from './SchemaVisit';
import { mildSeverityOf, severityOf } from './SchemaVisit';

/** Compares the properties of objects, named and unnamed. */
export function compareProperties(visit: SchemaVisit): void {
  const before = readProperties(visit.before, {
    direction: visit.direction,
    reader: visit.readers.before,
  });
  const after = readProperties(visit.after, {
    direction: visit.direction,
    reader: visit.readers.after,
  });
  for (const [name, property] of before) {
    const successor =
      after.get(name) ??
      readUndescribed(name, visit.after, visit.readers.after);
    if (successor) {
      compareProperty(visit, { name, before: property, after: successor });
    } else {
      reportRemoved(visit, name, property);
    }
  }
  for (const [name, property] of after) {
    if (!before.has(name)) {
      reportAdded(visit, name, property);
    }
  }
  reportUndescribed(visit);
  compareAdditional(visit);
}

interface Property {
  schema: PlainData;
  view: SchemaView;
  isRequired: boolean;
}

/** The properties that appear in one direction. */
function readProperties(
  view: SchemaView,
  options: { direction: Direction; reader: SchemaReader },
): Map<string, Property> {
  const properties = new Map<string, Property>();
  for (const [name, schema] of view.properties) {
    const property = options.reader.read(schema);
    const isLeftOut =
      options.direction === 'request'
        ? property.isReadOnly
        : property.isWriteOnly;
    if (!isLeftOut) {
      properties.set(name, {
        schema,
        view: property,
        isRequired: view.required.has(name),
      });
    }
  }
  return properties;
}

/** A property that is only said to be required, which any value fits. */
function readUndescribed(
  name: string,
  view: SchemaView,
  reader: SchemaReader,
): Property | undefined {
  if (!isUndescribed(name, view)) {
    return undefined;
  }
  const schema = isPlainMap(view.additional) ? view.additional : true;
  return { schema, view: reader.read(schema), isRequired: true };
}

function isUndescribed(name: string, view: SchemaView): boolean {
  return view.required.has(name) && !view.properties.has(name);
}

function compareRequired(
  visit: SchemaVisit,
  name: string,
  property: Record<'before' | 'after', boolean> & { hasDefault?: boolean },
): void {
  const { before, after, hasDefault = false } = property;
  const { direction } = visit;
  if (before !== after) {
    const isNarrowed = after;
    const severity = severityOf(direction, isNarrowed ? 'narrowed' : 'widened');
    const messages = {
      request: isNarrowed
        ? words.describe('apiHistory.change.mustBeSent', { name })
        : words.describe('apiHistory.change.mayBeLeftOut', { name }),
      response: isNarrowed
        ? words.describe('apiHistory.change.isAlwaysThere', { name })
        : words.describe('apiHistory.change.isNotAlwaysThere', { name }),
    };
    visit.report({
      severity: severity === 'breaking' && hasDefault ? 'risky' : severity,
      rule: `${direction}-property-${isNarrowed ? 'required' : 'optional'}`,
      path: name,
      message: messages[direction],
      before: before ? 'required' : 'optional',
      after: after ? 'required' : 'optional',
    });
  }
}

function compareProperty(
  visit: SchemaVisit,
  property: { name: string; before: Property; after: Property },
): void {
  const { name, before, after } = property;
  const { direction } = visit;
  compareRequired(visit, name, {
    before: before.isRequired,
    after: after.isRequired,
    hasDefault: after.view.defaultValue !== undefined,
  });
  if (!before.view.isDeprecated && after.view.isDeprecated) {
    visit.report({
      severity: 'compatible',
      rule: `${direction}-property-deprecated`,
      path: name,
      message: words.describe('apiHistory.change.propertyDeprecated', { name }),
    });
  }
  visit.descend({ before: before.schema, after: after.schema }, name);
}

function reportRemoved(
  visit: SchemaVisit,
  name: string,
  property: Property,
): void {
  const { direction } = visit;
  const still = visit.after.properties.get(name);
  if (still !== undefined) {
    // It is there, but is left out of this direction now.
    visit.report({
      severity: 'risky',
      rule: `${direction}-property-withdrawn`,
      path: name,
      message:
        direction === 'request'
          ? words.describe('apiHistory.change.readOnly', { name })
          : words.describe('apiHistory.change.writeOnly', { name }),
    });
    return;
  }
  visit.report({
    severity: 'breaking',
    rule: `${direction}-property-removed`,
    path: name,
    message: property.view.isDeprecated
      ? words.describe(
          `apiHistory.change.removedFrom.${direction}.deprecated`,
          {
            name,
          },
        )
      : words.describe(`apiHistory.change.removedFrom.${direction}`, { name }),
  });
}

function reportAdded(
  visit: SchemaVisit,
  name: string,
  property: Property,
): void {
  const { direction } = visit;
  if (isUndescribed(name, visit.before)) {
    compareRequired(visit, name, { before: true, after: property.isRequired });
    visit.report({
      severity: 'compatible',
      rule: `${direction}-property-added`,
      path: name,
      message: words.describe('apiHistory.change.described', { name }),
    });
  } else if (visit.before.properties.has(name)) {
    visit.report({
      severity: 'compatible',
      rule: `${direction}-property-added`,
      path: name,
      message: words.describe(`apiHistory.change.partOf.${direction}`, {
        name,
      }),
    });
  } else if (direction === 'request' && property.isRequired) {
    const hasDefault = property.view.defaultValue !== undefined;
    visit.report({
      severity: hasDefault ? 'risky' : 'breaking',
      rule: 'request-property-required',
      path: name,
      message: words.describe('apiHistory.change.addedRequired', { name }),
      after: 'required',
    });
  } else {
    visit.report({
      // Those who refuse what they do not know were promised that it never comes.
      severity:
        direction === 'response' && visit.before.additional === false
          ? 'risky'
          : 'compatible',
      rule: `${direction}-property-added`,
      path: name,
      message:
        direction === 'request'
          ? words.describe('apiHistory.change.addedOptional', { name })
          : words.describe('apiHistory.change.added', { name }),
    });
  }
}

/** A property can be required without being described. */
function reportUndescribed(visit: SchemaVisit): void {
  const { before, after } = visit;
  for (const name of new Set([...before.required, ...after.required])) {
    if (!before.properties.has(name) && !after.properties.has(name)) {
      compareRequired(visit, name, {
        before: before.required.has(name),
        after: after.required.has(name),
      });
    }
  }
}

function compareAdditional(visit: SchemaVisit): void {
  const { direction } = visit;
  const before = visit.before.additional;
  const after = visit.after.additional;
  if (isPlainMap(before) && isPlainMap(after)) {
    visit.descend({ before, after }, '*');
  } else if (isPlainMap(before) !== isPlainMap(after) || before !== after) {
    const rank = (value: boolean | PlainData) =>
      typeof value === 'boolean' ? Number(value) * 2 : 1;
    const isNarrowed = rank(after) < rank(before);
    // An open object is rarely meant as a promise, a closed one mostly is.
    visit.report({
      severity: isNarrowed
        ? severityOf(direction, 'narrowed')
        : mildSeverityOf(direction, 'widened'),
      rule: `${direction}-additional-properties-changed`,
      message: isNarrowed
        ? words.describe('apiHistory.change.fewerProperties', {
            subject: atStart(visit.subject),
          })
        : words.describe('apiHistory.change.moreProperties', {
            subject: atStart(visit.subject),
          }),
    });
  }
}
