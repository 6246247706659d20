import type { PlainData } from '@atrium/common/yaml';
import { compareSchemas as compare } from '../../__testUtils__/compareSchemas';
import { field, object } from '../../__testUtils__/schemas';

/** [what, before, after, where consumers send it, where they get it] */
const rules: [string, PlainData, PlainData, string[], string[]][] = [
  [
    'the second of two descriptions of items',
    field({
      allOf: [
        { type: 'array', items: object({ b: {} }) },
        { items: object({ c: {}, d: {} }) },
      ],
    }),
    field({
      allOf: [
        { type: 'array', items: object({ b: {} }) },
        { items: object({ c: {} }) },
      ],
    }),
    ['breaking property-removed a[].d'],
    ['breaking property-removed a[].d'],
  ],
  [
    'the second of two descriptions of the first item',
    field({
      allOf: [
        { type: 'array', prefixItems: [object({ c: {}, d: {} })] },
        { prefixItems: [object({ b: {} })] },
      ],
    }),
    field({
      allOf: [
        { type: 'array', prefixItems: [object({ c: {} })] },
        { prefixItems: [object({ b: {} })] },
      ],
    }),
    ['breaking property-removed a[0].d'],
    ['breaking property-removed a[0].d'],
  ],
  [
    'the second of two descriptions of unnamed properties',
    field({
      allOf: [
        { additionalProperties: object({ b: {} }) },
        { additionalProperties: object({ c: {}, d: {} }) },
      ],
    }),
    field({
      allOf: [
        { additionalProperties: object({ b: {} }) },
        { additionalProperties: object({ c: {} }) },
      ],
    }),
    ['breaking property-removed a.*.d'],
    ['breaking property-removed a.*.d'],
  ],
  [
    'the second of two steps',
    field({ allOf: [{ type: 'integer', multipleOf: 2 }, { multipleOf: 3 }] }),
    field({ allOf: [{ type: 'integer', multipleOf: 2 }, { multipleOf: 5 }] }),
    ['breaking limit-changed a'],
    ['breaking limit-changed a'],
  ],
  [
    'the second of two formats',
    field({ allOf: [{ format: 'uri' }, { format: 'uuid' }] }),
    field({ allOf: [{ format: 'uri' }, { format: 'date' }] }),
    ['breaking format-changed a'],
    ['breaking format-changed a'],
  ],
];

/** Written in another way, the schema says the same. */
const same: [string, PlainData, PlainData][] = [
  [
    'allOf taken apart',
    { allOf: [object({ a: {} }, { required: ['a'] }), object({ b: {} })] },
    object({ a: {}, b: {} }, { required: ['a'] }),
  ],
  [
    'a limit beside one that is excluded, as 3.0 writes it',
    field({
      type: 'number',
      allOf: [{ minimum: 5 }, { minimum: 0, exclusiveMinimum: true }],
    }),
    field({ type: 'number', minimum: 5 }),
  ],
  [
    'two steps and the one that both amount to',
    field({
      allOf: [{ type: 'number', multipleOf: 0.1 }, { multipleOf: 0.25 }],
    }),
    field({ type: 'number', multipleOf: 0.5 }),
  ],
];

describe('a schema in several parts', () => {
  it.each(rules)('tells %s', (_, before, after, request, response) => {
    expect(compare(before, after)).toEqual({ request, response });
  });

  it.each(same)('finds nothing in %s', (_, one, other) => {
    expect(compare(one, other)).toEqual({ request: [], response: [] });
    expect(compare(other, one)).toEqual({ request: [], response: [] });
  });
});
