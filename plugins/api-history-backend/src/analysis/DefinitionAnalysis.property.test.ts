import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import fc from 'fast-check';
import { DefinitionAnalysis } from './DefinitionAnalysis';
import { compareOpenApi } from './openapi/compareOpenApi';

const base: PlainMap = {
  openapi: '3.1.0',
  info: { title: 'Refunds', version: '1' },
  security: [{ oauth: ['read'] }],
  servers: [{ url: 'https://a.example' }],
  paths: {
    '/refunds/{id}': {
      parameters: [{ name: 'id', in: 'path', schema: { type: 'string' } }],
      post: {
        operationId: 'refund',
        parameters: [{ $ref: '#/components/parameters/Page' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Refund' },
            },
          },
        },
        responses: {
          '200': {
            headers: { ETag: { required: true, schema: { type: 'string' } } },
            content: {
              'application/json': {
                schema: {
                  type: 'array',
                  items: { $ref: '#/components/schemas/Refund' },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        callbacks: { done: { '{$url}': { post: { requestBody: {} } } } },
      },
    },
  },
  webhooks: { refunded: { post: { requestBody: { content: {} } } } },
  components: {
    parameters: { Page: { name: 'page', in: 'query', explode: false } },
    responses: { Problem: { description: 'A problem' } },
    securitySchemes: { oauth: { type: 'oauth2' } },
    schemas: {
      Refund: {
        allOf: [{ $ref: '#/components/schemas/Base' }],
        type: ['object', 'null'],
        required: ['amount'],
        additionalProperties: { type: 'string' },
        properties: {
          amount: { type: 'integer', minimum: 1, multipleOf: 5 },
          currency: { enum: ['EUR', 'CHF', null] },
          parent: { $ref: '#/components/schemas/Refund' },
          method: {
            oneOf: [
              { title: 'Card', properties: { number: { pattern: '^4' } } },
              { title: 'Iban', properties: { iban: { maxLength: 34 } } },
            ],
          },
          tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
        },
      },
      Base: { properties: { id: { format: 'uuid', readOnly: true } } },
    },
  },
};

/** What a mutation puts in the place of a value. */
const replacement: fc.Arbitrary<PlainData | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<PlainData>(null, true, false, 0, -1, 1.5, '', 'x', [], {}),
  fc.constantFrom<PlainData>(
    { $ref: '#' },
    { $ref: '#/components/schemas/Refund' },
    { $ref: '#/components/schemas/Missing' },
    { $ref: './other.yaml' },
    { $ref: 7 },
    { oneOf: [{ $ref: '#/components/schemas/Base' }, { type: 'null' }] },
    { allOf: [{ $ref: '#/components/schemas/Refund' }] },
    { type: ['string', 7, null] },
    { enum: 'x' },
    { properties: { constructor: {}, amount: null } },
  ),
  fc.jsonValue({ maxDepth: 3 }).map(value => value as PlainData),
);

/** Puts something else in one of the places of a tree. */
function mutate(
  tree: PlainData,
  choice: number,
  value: PlainData | undefined,
): PlainData {
  const copy = structuredClone(tree);
  const places: [PlainData[] | PlainMap, string][] = [];
  const pending: PlainData[] = [copy];
  for (const node of pending) {
    if (Array.isArray(node) || isPlainMap(node)) {
      for (const [key, child] of Object.entries(node)) {
        places.push([node, key]);
        pending.push(child);
      }
    }
  }
  const [parent, key] = places[choice % places.length];
  if (Array.isArray(parent)) {
    parent.splice(Number(key), 1, ...(value === undefined ? [] : [value]));
  } else if (value === undefined) {
    delete parent[key];
  } else {
    parent[key] = value;
  }
  return copy;
}

const mutated = fc
  .array(fc.tuple(fc.nat(), replacement), { maxLength: 6 })
  .map(mutations =>
    mutations.reduce<PlainData>(
      (tree, [choice, value]) =>
        isPlainMap(tree) && Object.keys(tree).length > 0
          ? mutate(tree, choice, value)
          : tree,
      base,
    ),
  )
  .filter(isPlainMap);

describe('comparing documents that are not as they should be', () => {
  it('never fails, and finds nothing between a document and itself', () => {
    fc.assert(
      fc.property(mutated, mutated, (before, after) => {
        const summary = compareOpenApi({ before, after });
        const { breaking, risky, compatible } = summary.counts;
        expect(summary.changes).toHaveLength(
          Math.min(500, breaking + risky + compatible),
        );
        expect(
          compareOpenApi({ before: after, after: structuredClone(after) })
            .changes,
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['openapi', 'asyncapi', 'graphql', 'grpc', 'other'])(
    'answers whatever the text of type %s is',
    async type => {
      const text = fc.oneof(
        fc.string(),
        fc.jsonValue().map(value => JSON.stringify(value)),
        mutated.map(tree => JSON.stringify({ ...tree, asyncapi: '2.6.0' })),
      );
      await fc.assert(
        fc.asyncProperty(text, text, async (before, after) => {
          const analysis = new DefinitionAnalysis();
          expect(typeof analysis.read({ type, text: after }).isValid).toBe(
            'boolean',
          );
          const result = await analysis.compare({
            before: { type, text: before },
            after: { type, text: after },
          });
          expect(typeof result.isSemantic).toBe('boolean');
        }),
        { numRuns: 100 },
      );
    },
  );
});
