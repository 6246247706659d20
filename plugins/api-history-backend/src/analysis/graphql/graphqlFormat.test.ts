import { changesOf } from '../../__testUtils__/changesOf';
import { graphqlFormat } from './graphqlFormat';

async function compare(before: string, after: string): Promise<string[]> {
  const summary = await graphqlFormat.compare?.({
    before: graphqlFormat.read(before).content,
    after: graphqlFormat.read(after).content,
  });
  return summary ? changesOf(summary) : [];
}

/** [what, before, after, changes] */
const rules: [string, string, string, string[]][] = [
  [
    'a removed field',
    'type Query { a: Int b: Int }',
    'type Query { a: Int }',
    ['breaking field-removed Query.b @ Query'],
  ],
  [
    'a new field',
    'type Query { a: Int }',
    'type Query { a: Int b: Int }',
    ['compatible field-added Query.b @ Query'],
  ],
  [
    'a new required argument',
    'type Query { a: Int }',
    'type Query { a(b: Int!): Int }',
    ['breaking field-argument-added Query.a.b @ Query'],
  ],
  [
    'a removed value of an enum',
    'type Query { a: E } enum E { X Y }',
    'type Query { a: E } enum E { X }',
    ['breaking enum-value-removed E.Y @ E'],
  ],
  [
    'a new value of an enum',
    'type Query { a: E } enum E { X }',
    'type Query { a: E } enum E { X Y }',
    ['risky enum-value-added E.Y @ E'],
  ],
  [
    'other descriptions only',
    '"Old" type Query { a: Int }',
    '"New" type Query { a: Int }',
    [],
  ],
  [
    'a removed field of a type that another subgraph defines',
    'extend type Query { a: R b: R } type R @key(fields: "id") { id: ID! }',
    'extend type Query { b: R } type R @key(fields: "id") { id: ID! }',
    ['breaking field-removed Query.a @ Query'],
  ],
  [
    'a type that is extended in several places',
    'extend type Query { me: User } extend type User @key(fields: "id") { id: ID! @external } type Review { author: User } extend type User { reviews: [Review] }',
    'extend type Query { me: User } extend type User @key(fields: "id") { id: ID! @external } type Review { author: User }',
    ['breaking field-removed User.reviews @ User'],
  ],
  [
    'an extension that becomes the definition',
    'extend type Query { a: Int }',
    'type Query { a: Int }',
    [],
  ],
];

describe('GraphQL', () => {
  it.each(rules)('tells %s', async (_, before, after, changes) => {
    expect(await compare(before, after)).toEqual(changes);
  });

  it('knows a schema again that is formatted in another way', () => {
    const hash = (text: string) => graphqlFormat.read(text).contentHash;
    expect(hash('type Query { a: Int } # what we have')).toBe(
      hash('type Query {\n  a: Int\n}\n'),
    );
    expect(hash('type Query { a: Int }')).not.toBe(
      hash('type Query { a: Int! }'),
    );
  });

  it('reads schemas with directives that only a gateway knows', () => {
    const text =
      'type Product @key(fields: "sku") { sku: ID } type Query { p: Product }';
    expect(() => graphqlFormat.read(text)).not.toThrow();
  });

  it.each([
    ['type Query {\n  a Int\n}', 2],
    ['type Query {\n  a: Int\n  b: Missing\n}', 3],
  ])('says on which line %j is wrong', (text, line) => {
    expect(() => graphqlFormat.read(text)).toThrow(
      expect.objectContaining({ name: 'UnreadableDefinition', line }),
    );
  });
});
