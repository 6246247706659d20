import { textOf } from '@atrium/api-definitions';
import type { PlainData } from '@atrium/common/yaml';
import { hashTree } from '../tree/hashTree';
import type { SchemaReader } from './SchemaReader';
import type { SchemaVisit } from './SchemaVisit';

/** A member of an `oneOf` or `anyOf`. */
export interface UnionMember {
  /** As written: perhaps a reference. */
  schema: PlainData;
  /** What it is called: its name, its title, or the constants that it has. */
  label: string | undefined;
}

/** The members of the two sides by what makes one the same in both. */
export interface IdentifiedMembers {
  before: ReadonlyMap<string, UnionMember>;
  after: ReadonlyMap<string, UnionMember>;
}

interface Candidate extends UnionMember {
  content: PlainData;
  name: string | undefined;
  /** Properties that have one value only, as JSON. */
  constants: ReadonlyMap<string, string>;
}

interface Sides {
  before: readonly Candidate[];
  after: readonly Candidate[];
}

type Identified = readonly [identity: string, member: Candidate];
type Describe = (member: Candidate) => string;

/**
 * Finds out which members are the same in both documents: those of one name, title
 * or constant. Where several have that in common, their content tells them apart.
 */
export function identifyMembers(
  visit: SchemaVisit,
  members: { before: readonly PlainData[]; after: readonly PlainData[] },
): IdentifiedMembers {
  const { readers } = visit;
  const found: Sides = {
    before: members.before.map(member => read(member, readers.before)),
    after: members.after.map(member => read(member, readers.after)),
  };
  const keys = findTellingKeys(
    found,
    visit.after.discriminator ?? visit.before.discriminator,
  );
  const sides: Sides = {
    before: found.before.map(member => withLabel(member, keys)),
    after: found.after.map(member => withLabel(member, keys)),
  };
  let before = identify(sides.before, contentOrLabel);
  let after = identify(sides.after, contentOrLabel);
  for (const detail of [
    (member: Candidate) => describeConstants(member, keys) ?? '',
    hashContent,
  ]) {
    const shared = new Set([...findShared(before), ...findShared(after)]);
    before = addDetail(before, { shared, detail });
    after = addDetail(after, { shared, detail });
  }
  return { before: new Map(before), after: new Map(after) };
}

function read(schema: PlainData, reader: SchemaReader): Candidate {
  const { schema: content, name } = reader.follow(schema);
  const constants = new Map<string, string>();
  for (const [key, property] of reader.read(content).properties) {
    const { values, isNullable } = reader.read(property);
    if (values?.size === 1 && !isNullable) {
      constants.set(key, [...values][0]);
    }
  }
  return { schema, content, name, constants, label: undefined };
}

function withLabel(member: Candidate, keys: readonly string[]): Candidate {
  return {
    ...member,
    label:
      member.name ??
      textOf(member.content, 'title') ??
      describeConstants(member, keys),
  };
}

/** The one property whose constant tells all members apart, or else all of them. */
function findTellingKeys(
  { before, after }: Sides,
  discriminator: string | undefined,
): string[] {
  const sides = [before, after].map(side =>
    side.map(({ constants }) => constants).filter(({ size }) => size > 0),
  );
  const all = new Set(sides.flat().flatMap(constants => [...constants.keys()]));
  const tellsApart = (key: string) =>
    sides.every(side => {
      const values = new Set(side.map(constants => constants.get(key)));
      return values.size === side.length && !values.has(undefined);
    });
  // What tells all apart is in each of them, so also in the first.
  const candidates = [...(sides.flat().at(0)?.keys() ?? [])].sort(
    (one, other) =>
      Number(other === discriminator) - Number(one === discriminator),
  );
  const key = candidates.find(tellsApart);
  return key === undefined ? [...all].sort() : [key];
}

function describeConstants(
  { constants }: Candidate,
  keys: readonly string[],
): string | undefined {
  const parts = keys.flatMap(key => {
    const json = constants.get(key);
    return json === undefined ? [] : [`${key} = ${describeJson(json)}`];
  });
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function describeJson(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}

function identify(members: readonly Candidate[], by: Describe): Identified[] {
  return members.map(member => [by(member), member]);
}

function contentOrLabel(member: Candidate): string {
  return member.label ?? hashContent(member);
}

function hashContent({ content }: Candidate): string {
  return hashTree(content);
}

function findShared(members: readonly Identified[]): string[] {
  const seen = new Set<string>();
  return members.flatMap(([identity]) => {
    const isShared = seen.has(identity);
    seen.add(identity);
    return isShared ? [identity] : [];
  });
}

/** On both sides alike, though only one of them may have several of that identity. */
function addDetail(
  members: readonly Identified[],
  { shared, detail }: { shared: ReadonlySet<string>; detail: Describe },
): Identified[] {
  return members.map(([identity, member]) => [
    shared.has(identity) ? `${identity} ${detail(member)}` : identity,
    member,
  ]);
}
