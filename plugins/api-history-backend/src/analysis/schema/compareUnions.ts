import type { MessageDescriptor } from '@atrium/common';
import { atStart } from './describePlace';
import { words } from '../../apiHistoryWords';
import type { PlainData } from '@atrium/common/yaml';
import { shorten } from '../tree/describeValue';
import { identifyMembers, type UnionMember } from './identifyMembers';
import type { SchemaReader } from './SchemaReader';
import type { SchemaPair, SchemaVisit } from './SchemaVisit';
import { mildSeverityOf, severityOf } from './SchemaVisit';

interface ComparedMembers {
  before: readonly PlainData[];
  after: readonly PlainData[];
}

/** Compares the members of `oneOf` and `anyOf`. */
export function compareUnions(visit: SchemaVisit): void {
  const before = visit.before.unions;
  const after = visit.after.unions;
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const was = before.at(index);
    const is = after.at(index);
    if (was && is) {
      compareMembers(visit, { before: was, after: is });
    } else {
      visit.report({
        severity: is
          ? severityOf(visit.direction, 'narrowed')
          : mildSeverityOf(visit.direction, 'widened'),
        rule: `${visit.direction}-choice-changed`,
        message: is
          ? words.describe('apiHistory.change.choiceAdded', {
              subject: atStart(visit.subject),
            })
          : words.describe('apiHistory.change.choiceRemoved', {
              subject: atStart(visit.subject),
            }),
      });
    }
  }
}

/**
 * Whether one of the two is a choice between schemas and the other is not, so
 * that the other is best compared with the members. What stands beside a choice
 * is compared like that of any schema.
 */
export function isUnionOfOthers(visit: SchemaVisit, pair: SchemaPair): boolean {
  const { before, after } = visit;
  if (before.unions.length > 0 === after.unions.length > 0) {
    return false;
  }
  const isUnionNew = after.unions.length > 0;
  const union = isUnionNew ? after : before;
  if (
    union.properties.size > 0 ||
    union.required.size > 0 ||
    union.values !== undefined ||
    union.items !== undefined ||
    union.prefixItems.length > 0
  ) {
    return false;
  }
  if (!union.types) {
    return true;
  }
  // Often a choice names the type that its members have anyway.
  const members = identifyMembers(visit, membersOf(visit, pair));
  return [...members.before.keys()].some(key => members.after.has(key));
}

/**
 * Compares a schema with a choice between schemas, of which it may have become
 * one, or the other way round.
 */
export function compareWithUnion(visit: SchemaVisit, pair: SchemaPair): void {
  compareMembers(visit, membersOf(visit, pair));
}

/** What is no choice counts as a choice of one. */
function membersOf(visit: SchemaVisit, pair: SchemaPair): ComparedMembers {
  return {
    before: visit.before.unions.at(0) ?? [pair.before],
    after: visit.after.unions.at(0) ?? [pair.after],
  };
}

function compareMembers(visit: SchemaVisit, members: ComparedMembers): void {
  const { before, after } = identifyMembers(visit, members);
  const removed = [...before].filter(([identity]) => !after.has(identity));
  const added = [...after].filter(([identity]) => !before.has(identity));
  for (const [identity, member] of before) {
    const successor = after.get(identity);
    if (successor !== undefined) {
      visit.descend({ before: member.schema, after: successor.schema }, '');
    }
  }
  if (removed.length === 1 && added.length === 1) {
    // One that is not recognised in each is most likely the same, changed.
    const [[, was], [, is]] = [removed[0], added[0]];
    visit.descend({ before: was.schema, after: is.schema }, '');
    return;
  }
  for (const [, member] of removed) {
    const name = nameOf(member, visit.readers.before);
    visit.report({
      severity: severityOf(visit.direction, 'narrowed'),
      rule: `${visit.direction}-choice-removed`,
      message:
        visit.direction === 'request'
          ? words.describe('apiHistory.change.canNoLongerBe', {
              subject: atStart(visit.subject),
              value: name,
            })
          : words.describe('apiHistory.change.isNeverAnyMore', {
              subject: atStart(visit.subject),
              value: name,
            }),
      before: typeof name === 'string' ? name : words.text(name),
    });
  }
  for (const [, member] of added) {
    const name = nameOf(member, visit.readers.after);
    visit.report({
      severity: mildSeverityOf(visit.direction, 'widened'),
      rule: `${visit.direction}-choice-added`,
      message:
        visit.direction === 'request'
          ? words.describe('apiHistory.change.canBeToo', {
              subject: atStart(visit.subject),
              value: name,
            })
          : words.describe('apiHistory.change.canBeUnknown', {
              subject: atStart(visit.subject),
              value: name,
            }),
      after: typeof name === 'string' ? name : words.text(name),
    });
  }
}

function nameOf(
  { schema, label }: UnionMember,
  reader: SchemaReader,
): string | MessageDescriptor {
  if (label !== undefined) {
    return shorten(label);
  }
  const types = reader.read(reader.follow(schema).schema).types;
  return types
    ? words.describe('apiHistory.change.another', {
        types: [...types].sort().join(' or '),
      })
    : words.describe('apiHistory.change.somethingElse');
}
