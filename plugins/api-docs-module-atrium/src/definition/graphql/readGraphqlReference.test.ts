import { readGraphqlReference } from './readGraphqlReference';

const products = `"""
The products.
"""
schema {
  query: Root
  mutation: Changes
}

"A point in time."
scalar DateTime

type Root {
  "One product."
  product(id: ID!, at: DateTime, first: Int = 20): Product
  products: [Product!]! @deprecated(reason: "Use search.")
}

type Changes {
  publish(input: PublishInput!): Product!
}

type Product implements Node {
  id: ID!
}

interface Node {
  id: ID!
}

union Thing = Product

input PublishInput {
  id: ID!
}

enum Availability {
  IN_STOCK
}

extend type Root {
  category(slug: String!): Thing
}
`;

function read(text: string) {
  const result = readGraphqlReference(text);
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return result.value;
}

describe('readGraphqlReference', () => {
  it('lists where queries and mutations begin, then the types', () => {
    const reference = read(products);
    expect(reference).toMatchObject({
      summary: '8 types',
      description: 'The products.',
    });
    expect(
      reference.groups.map(({ title, entries }) => [
        title,
        ...entries.map(({ id, kind, line }) => `${kind} ${id} ${line}`),
      ]),
    ).toEqual([
      ['Queries', 'type Root 12'],
      ['Mutations', 'type Changes 18'],
      ['Types', 'type Product 22'],
      ['Interfaces and unions', 'interface Node 26', 'union Thing 30'],
      ['Inputs', 'input PublishInput 32'],
      ['Enums', 'enum Availability 36'],
      ['Scalars', 'scalar DateTime 9'],
    ]);
  });

  it('writes fields with arguments, defaults and links', () => {
    const [root] = read(products).groups[0].entries;
    expect(
      root.members.map(({ id, type, isDeprecated }) => [
        id,
        type
          .map(part => (typeof part === 'string' ? part : part.text))
          .join(''),
        isDeprecated,
      ]),
    ).toEqual([
      [
        'Root.product',
        '(id: ID!, at: DateTime, first: Int = 20): Product',
        false,
      ],
      ['Root.products', '[Product!]!', true],
      ['Root.category', '(slug: String!): Thing', false],
    ]);
    expect(root.members[0].type).toContainEqual({
      text: 'Product',
      entryId: 'Product',
    });
    expect(root.members[0]).toMatchObject({
      description: 'One product.',
      line: 13,
    });
  });

  it('reads a subgraph of a federation', () => {
    const { groups } = read(
      'extend type Query { me: User }\ntype User @key(fields: "id") { id: ID! }',
    );
    expect(groups.map(group => group.title)).toEqual(['Queries', 'Types']);
  });

  it.each([
    ['type Query {\n  product(id: ID!: Product\n}', 2, /Expected Name/],
    [
      'type Query {\n  a: Int\n  product: Produkt\n}',
      3,
      /Unknown type "Produkt"/,
    ],
  ])('says where %j is wrong', (text, line, message) => {
    const result = readGraphqlReference(text);
    expect(result).toMatchObject({ ok: false, problem: { line } });
    expect(!result.ok && result.problem.message).toMatch(message);
  });
});
