import type { PlainData } from '@atrium/common/yaml';
import type { Schemas } from '../../__testUtils__/compareSchemas';
import { compareSchemas as compare } from '../../__testUtils__/compareSchemas';
import { field, object } from '../../__testUtils__/schemas';

/** [what, before, after, where consumers send it, where they get it] */
const objects: [string, PlainData, PlainData, string[], string[]][] = [
  [
    'a removed field',
    object({ a: {}, b: {} }),
    object({ a: {} }),
    ['breaking property-removed b'],
    ['breaking property-removed b'],
  ],
  [
    'a new field',
    object({ a: {} }),
    object({ a: {}, b: {} }),
    ['compatible property-added b'],
    ['compatible property-added b'],
  ],
  [
    'a new field where no other was promised to come',
    object({ a: {} }, { additionalProperties: false }),
    object({ a: {}, b: {} }, { additionalProperties: false }),
    ['compatible property-added b'],
    ['risky property-added b'],
  ],
  [
    'a new required field',
    object({ a: {} }),
    object({ a: {}, b: {} }, { required: ['b'] }),
    ['breaking property-required b'],
    ['compatible property-added b'],
  ],
  [
    'a new required field with a default',
    object({ a: {} }),
    object({ a: {}, b: { default: 1 } }, { required: ['b'] }),
    ['risky property-required b'],
    ['compatible property-added b'],
  ],
  [
    'a field that is required from now on',
    object({ a: {} }),
    object({ a: {} }, { required: ['a'] }),
    ['breaking property-required a'],
    ['compatible property-required a'],
  ],
  [
    'a field that is required without being described',
    object({}),
    object({}, { required: ['a'] }),
    ['breaking property-required a'],
    ['compatible property-required a'],
  ],
  [
    'a field that is no longer required, without being described',
    object({}, { required: ['a'] }),
    object({}),
    ['compatible property-optional a'],
    ['breaking property-optional a'],
  ],
  [
    'a required field that is described from now on',
    object({}, { required: ['a'] }),
    object({ a: { type: 'string' } }, { required: ['a'] }),
    ['compatible property-added a'],
    ['compatible property-added a'],
  ],
  [
    'a required field that is described and optional from now on',
    object({}, { required: ['a'] }),
    object({ a: { type: 'string' } }),
    ['compatible property-optional a', 'compatible property-added a'],
    ['breaking property-optional a', 'compatible property-added a'],
  ],
  [
    'a required field that is no longer described',
    object({ a: { type: 'string' } }, { required: ['a'] }),
    object({}, { required: ['a'] }),
    ['compatible type-changed a'],
    ['breaking type-changed a'],
  ],
  [
    'a field that is no longer described, and required',
    object({ a: { type: 'string' } }),
    object({}, { required: ['a'] }),
    ['breaking property-required a', 'compatible type-changed a'],
    ['breaking type-changed a', 'compatible property-required a'],
  ],
  [
    'a field that is no longer required',
    object({ a: {} }, { required: ['a'] }),
    object({ a: {} }),
    ['compatible property-optional a'],
    ['breaking property-optional a'],
  ],
  [
    'a field that becomes read-only',
    object({ a: { type: 'string' } }),
    object({ a: { type: 'string', readOnly: true } }),
    ['risky property-withdrawn a'],
    [],
  ],
  [
    'a read-only field that goes',
    object({ a: { type: 'string', readOnly: true } }),
    object({}),
    [],
    ['breaking property-removed a'],
  ],
  [
    'a field that becomes write-only',
    object({ a: { type: 'string' } }),
    object({ a: { type: 'string', writeOnly: true } }),
    [],
    ['risky property-withdrawn a'],
  ],
  [
    'a field that is deprecated',
    object({ a: { type: 'string' } }),
    object({ a: { type: 'string', deprecated: true } }),
    ['compatible property-deprecated a'],
    ['compatible property-deprecated a'],
  ],
  [
    'an object that is closed',
    object({ a: {} }),
    object({ a: {} }, { additionalProperties: false }),
    ['breaking additional-properties-changed'],
    ['compatible additional-properties-changed'],
  ],
  [
    'an object that is opened',
    object({ a: {} }, { additionalProperties: false }),
    object({ a: {} }),
    ['compatible additional-properties-changed'],
    ['risky additional-properties-changed'],
  ],
  [
    'a map of other values',
    object({}, { additionalProperties: { type: 'string' } }),
    object({}, { additionalProperties: { type: 'boolean' } }),
    ['breaking type-changed *'],
    ['breaking type-changed *'],
  ],
];

const values: [string, PlainData, PlainData, string[], string[]][] = [
  [
    'another type',
    field({ type: 'integer' }),
    field({ type: 'string' }),
    ['breaking type-changed a'],
    ['breaking type-changed a'],
  ],
  [
    'integer to number',
    field({ type: 'integer' }),
    field({ type: 'number' }),
    ['compatible type-changed a'],
    ['breaking type-changed a'],
  ],
  [
    'number to integer',
    field({ type: 'number' }),
    field({ type: 'integer' }),
    ['breaking type-changed a'],
    ['compatible type-changed a'],
  ],
  [
    'one more type',
    field({ type: 'string' }),
    field({ type: ['string', 'integer'] }),
    ['compatible type-changed a'],
    ['breaking type-changed a'],
  ],
  [
    'null allowed',
    field({ type: 'string' }),
    field({ type: ['string', 'null'] }),
    ['compatible nullability-changed a'],
    ['breaking nullability-changed a'],
  ],
  [
    'null no longer allowed',
    field({ anyOf: [{ type: 'string' }, { type: 'null' }] }),
    field({ type: 'string' }),
    ['breaking nullability-changed a'],
    ['compatible nullability-changed a'],
  ],
  [
    'a narrowed enum',
    field({ enum: ['CARD', 'IBAN'] }),
    field({ enum: ['CARD'] }),
    ['breaking enum-value-removed a'],
    ['compatible enum-value-removed a'],
  ],
  [
    'a widened enum',
    field({ enum: ['CARD'] }),
    field({ enum: ['CARD', 'IBAN'] }),
    ['compatible enum-value-added a'],
    ['risky enum-value-added a'],
  ],
  [
    'another constant',
    field({ const: 'CARD' }),
    field({ const: 'IBAN' }),
    ['breaking enum-value-removed a', 'compatible enum-value-added a'],
    ['risky enum-value-added a', 'compatible enum-value-removed a'],
  ],
  [
    'an enum where values were free',
    field({ type: 'string' }),
    field({ type: 'string', enum: ['CARD'] }),
    ['breaking enum-added a'],
    ['compatible enum-added a'],
  ],
  [
    'free values where an enum was',
    field({ type: 'string', enum: ['CARD'] }),
    field({ type: 'string' }),
    ['compatible enum-removed a'],
    ['risky enum-removed a'],
  ],
  [
    'a lower maximum',
    field({ type: 'string', maxLength: 20 }),
    field({ type: 'string', maxLength: 10 }),
    ['breaking limit-changed a'],
    ['compatible limit-changed a'],
  ],
  [
    'a higher maximum',
    field({ type: 'string', maxLength: 10 }),
    field({ type: 'string', maxLength: 20 }),
    ['compatible limit-changed a'],
    ['risky limit-changed a'],
  ],
  [
    'a minimum where none was',
    field({ type: 'integer' }),
    field({ type: 'integer', minimum: 1 }),
    ['breaking limit-changed a'],
    ['compatible limit-changed a'],
  ],
  [
    'a minimum that is excluded from now on',
    field({ type: 'number', minimum: 0 }),
    field({ type: 'number', exclusiveMinimum: 0 }),
    ['breaking limit-changed a'],
    ['compatible limit-changed a'],
  ],
  [
    'an excluded maximum of integers that falls',
    field({ type: 'integer', exclusiveMaximum: 10 }),
    field({ type: 'integer', maximum: 8 }),
    ['breaking limit-changed a'],
    ['compatible limit-changed a'],
  ],
  [
    'a coarser step',
    field({ type: 'integer', multipleOf: 5 }),
    field({ type: 'integer', multipleOf: 10 }),
    ['breaking limit-changed a'],
    ['compatible limit-changed a'],
  ],
  [
    'a finer decimal step',
    field({ type: 'number', multipleOf: 0.1 }),
    field({ type: 'number', multipleOf: 0.01 }),
    ['compatible limit-changed a'],
    ['risky limit-changed a'],
  ],
  [
    'a coarser decimal step',
    field({ type: 'number', multipleOf: 0.1 }),
    field({ type: 'number', multipleOf: 0.3 }),
    ['breaking limit-changed a'],
    ['compatible limit-changed a'],
  ],
  [
    'a decimal step that is no part of the other',
    field({ type: 'number', multipleOf: 0.2 }),
    field({ type: 'number', multipleOf: 0.3 }),
    ['breaking limit-changed a'],
    ['breaking limit-changed a'],
  ],
  [
    'a new pattern',
    field({ type: 'string' }),
    field({ type: 'string', pattern: '^a' }),
    ['breaking pattern-changed a'],
    ['compatible pattern-changed a'],
  ],
  [
    'another pattern',
    field({ type: 'string', pattern: '^a' }),
    field({ type: 'string', pattern: '^b' }),
    ['risky pattern-changed a'],
    ['risky pattern-changed a'],
  ],
  [
    'another format',
    field({ type: 'string', format: 'date' }),
    field({ type: 'string', format: 'date-time' }),
    ['breaking format-changed a'],
    ['breaking format-changed a'],
  ],
  [
    'a wider format',
    field({ type: 'integer', format: 'int32' }),
    field({ type: 'integer', format: 'int64' }),
    ['compatible format-changed a'],
    ['risky format-changed a'],
  ],
  [
    'another default',
    field({ type: 'integer', default: 10 }),
    field({ type: 'integer', default: 20 }),
    ['risky default-changed a'],
    [],
  ],
  [
    'items of another type',
    field({ type: 'array', items: { type: 'string' } }),
    field({ type: 'array', items: { type: 'integer' } }),
    ['breaking type-changed a[]'],
    ['breaking type-changed a[]'],
  ],
  [
    'a field of the items removed',
    { type: 'array', items: object({ a: {}, b: {} }) },
    { type: 'array', items: object({ a: {} }) },
    ['breaking property-removed [].b'],
    ['breaking property-removed [].b'],
  ],
  [
    'a condition that nobody can weigh',
    field({ type: 'string', not: { enum: ['A'] } }),
    field({ type: 'string', not: { enum: ['A', 'B'] } }),
    ['risky keyword-changed a'],
    ['risky keyword-changed a'],
  ],
  [
    'nothing allowed any more',
    field({ type: 'string' }),
    field(false),
    ['breaking type-changed a'],
    ['compatible type-changed a'],
  ],
];

/** Keywords that no rule weighs: [keyword, before, after] */
const unweighed: [string, PlainData, PlainData][] = [
  ['contentEncoding', 'base64', 'base16'],
  ['contentMediaType', 'image/png', 'image/jpeg'],
  ['dependencies', { a: ['b'] }, { a: ['c'] }],
  ['minContains', 1, 2],
  ['unevaluatedItems', true, false],
  ['additionalItems', {}, false],
  ['unevaluatedProperties', {}, { type: 'string' }],
  ['xml', { name: 'a' }, { name: 'b' }],
  ['$dynamicRef', '#a', '#b'],
  ['a keyword of tomorrow', 1, 2],
];

/** Written in another way, the schema says the same. */
const same: [string, PlainData, PlainData, string?][] = [
  ['a type that was implied', { properties: { a: {} } }, object({ a: {} })],
  [
    'nullable of 3.0 and the type null of 3.1',
    field({ type: 'string', nullable: true }),
    field({ type: ['null', 'string'] }),
  ],
  [
    'exclusiveMinimum of 3.0 and of 3.1',
    field({ type: 'integer', minimum: 0, exclusiveMinimum: true }),
    field({ type: 'integer', exclusiveMinimum: 0 }),
  ],
  [
    'limits of integers, with and without the limit itself',
    field({ type: 'integer', minimum: 1, maximum: 9.5 }),
    field({ type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 10 }),
  ],
  [
    'a limit that another one makes needless',
    field({ type: 'number', minimum: 0, exclusiveMinimum: 5 }),
    field({ type: 'number', exclusiveMinimum: 5 }),
  ],
  [
    'a constant and an enum of one',
    field({ const: 'A' }),
    field({ enum: ['A'] }),
  ],
  [
    'another order of an enum',
    field({ enum: [1, 2] }),
    field({ enum: [2, 1] }),
  ],
  [
    'a choice of one',
    field({ oneOf: [{ type: 'string' }] }),
    field({ type: 'string' }),
  ],
  [
    'a lower bound of nothing',
    object({
      a: { type: 'string' },
      b: { type: 'array' },
      c: { type: 'object' },
    }),
    object({
      a: { type: 'string', minLength: 0 },
      b: { type: 'array', minItems: 0 },
      c: { type: 'object', minProperties: 0 },
    }),
  ],
  [
    'other properties that may be anything',
    object({ a: {} }),
    object({ a: {} }, { additionalProperties: {} }),
  ],
  [
    'what is allowed anyway, and notes of tools',
    field({ type: 'array' }),
    field({
      type: 'array',
      additionalItems: true,
      unevaluatedItems: true,
      unevaluatedProperties: true,
      $comment: 'A',
      'x-order': 1,
    }),
  ],
  [
    'other descriptions and examples',
    field({ type: 'string', description: 'A', example: 'x', title: 'T' }),
    field({ type: 'string', description: 'B', examples: ['y'] }),
  ],
];

describe('the schema of a body', () => {
  it.each([...objects, ...values])(
    'tells %s by direction',
    (_, before, after, request, response) => {
      expect(compare(before, after)).toEqual({ request, response });
    },
  );

  it.each(unweighed)('warns of another %s', (keyword, before, after) => {
    expect(
      compare(field({ [keyword]: before }), field({ [keyword]: after })),
    ).toEqual({
      request: ['risky keyword-changed a'],
      response: ['risky keyword-changed a'],
    });
  });

  it.each(same)('finds nothing in %s', (_, one, other) => {
    expect(compare(one, other)).toEqual({ request: [], response: [] });
    expect(compare(other, one)).toEqual({ request: [], response: [] });
  });
});

describe('references', () => {
  const refund = { $ref: '#/components/schemas/Refund' };

  it('are followed, and a change of a component is told once under its name', () => {
    const before = { Refund: object({ id: {}, next: refund }) };
    const after = { Refund: object({ next: refund }) };
    const list = { type: 'array', items: refund };
    const options = { components: { before, after } };

    expect(
      compare(
        object({ a: refund, b: list }),
        object({ a: refund, b: list }),
        options,
      ),
    ).toEqual({
      request: ['breaking property-removed Refund.id'],
      response: ['breaking property-removed Refund.id'],
    });
  });

  it('may be replaced by what they refer to', () => {
    const schema = object({ id: { type: 'string' } });
    const components = { before: { Refund: schema }, after: {} };
    expect(compare(refund, schema, { components })).toEqual({
      request: [],
      response: [],
    });
  });

  it('count with what stands beside them in 3.1 and without it in 3.0', () => {
    const components = {
      before: { Refund: object({}) },
      after: { Refund: object({}) },
    };
    const sibling = { ...refund, required: ['id'] };
    expect(compare(refund, sibling, { components }).request).toEqual([
      'breaking property-required id',
    ]);
    expect(
      compare(refund, sibling, { components, openapi: '3.0.3' }).request,
    ).toEqual([]);
  });

  it('to other files are never followed', () => {
    const external = { $ref: './refund.yaml#/Refund' };
    expect(compare(external, external)).toEqual({ request: [], response: [] });
    expect(compare(external, { $ref: 'https://example.com/r.json' })).toEqual({
      request: ['risky external-reference-changed'],
      response: ['risky external-reference-changed'],
    });
  });

  it('may lead nowhere or in a circle', () => {
    const circle = {
      A: { $ref: '#/components/schemas/B' },
      B: { $ref: '#/components/schemas/A' },
    };
    const components = { before: circle, after: circle };
    const a = { $ref: '#/components/schemas/A' };
    const missing = { $ref: '#/components/schemas/Missing' };
    expect(compare(a, a, { components })).toEqual({
      request: [],
      response: [],
    });
    expect(compare(missing, a, { components })).toEqual({
      request: [],
      response: [],
    });
  });

  it('may describe a schema by itself, twice', () => {
    const self = () => ({ $ref: '#/components/schemas/Node' });
    const node = (type: string): Schemas => ({
      Node: {
        allOf: [
          object({ next: self() }),
          object({ next: self(), id: { type } }),
        ],
      },
    });
    const components = { before: node('string'), after: node('integer') };

    expect(compare(self(), self(), { components }).request).toEqual([
      'breaking type-changed Node.id',
    ]);
  });

  it('that branch do not make one change many', () => {
    // Each uses the next one twice: 2^60 ways lead to the last.
    const chain = (last: PlainData): Schemas =>
      Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [
          `S${index}`,
          index === 59
            ? object({ end: last })
            : object({
                a: { $ref: `#/components/schemas/S${index + 1}` },
                b: { $ref: `#/components/schemas/S${index + 1}` },
              }),
        ]),
      );
    const components = {
      before: chain({ type: 'string' }),
      after: chain({ type: 'integer' }),
    };
    const start = { $ref: '#/components/schemas/S0' };
    expect(compare(start, start, { components })).toEqual({
      request: ['breaking type-changed S59.end'],
      response: ['breaking type-changed S59.end'],
    });
  });
});
