import { findValueIssues } from './objectSchemas';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 3, maxLength: 5, pattern: '^[a-z]+$' },
    colour: { enum: ['red', 'green'] },
    kind: { const: 'box' },
    size: { type: 'integer', minimum: 1, maximum: 2000 },
    tags: { type: 'array', maxItems: 1 },
    url: { type: 'string', format: 'uri' },
    odd: { type: 'number', multipleOf: 2 },
  },
};

it.each<[input: object, field: string, key: string, message: string]>([
  [{ name: undefined }, 'name', 'required', 'is required'],
  [{ weight: 1 }, 'weight', 'unknown', 'is not a field here'],
  [{ name: 'ab' }, 'name', 'minLength', 'must have at least 3 characters'],
  [{ name: 'abcdef' }, 'name', 'maxLength', 'must have at most 5 characters'],
  [{ name: 'A-C' }, 'name', 'pattern', 'must match pattern "^[a-z]+$"'],
  [{ colour: 'blue' }, 'colour', 'enum', 'must be one of red, green'],
  [{ kind: 'bag' }, 'kind', 'const', 'must be "box"'],
  [{ size: 0 }, 'size', 'minimum', 'must be at least 1'],
  [{ size: 2001 }, 'size', 'maximum', 'must be at most 2,000'],
  [{ size: 'big' }, 'size', 'type', 'must be of type integer'],
  [{ tags: [1, 2] }, 'tags', 'maxItems', 'must have at most 1 items'],
  [{ url: 'no' }, 'url', 'format', 'must match format "uri"'],
])('says what is wrong with %j', (input, field, key, message) => {
  expect(findValueIssues(schema, { name: 'abc', ...input })).toMatchObject([
    {
      path: [field],
      message,
      messages: { message: [{ key: `provisioning.schema.${key}` }] },
    },
  ]);
});

it('leaves what is rare in the words of the validator', () => {
  expect(findValueIssues(schema, { name: 'abc', odd: 3 })).toEqual([
    { path: ['odd'], message: 'must be multiple of 2', messages: {} },
  ]);
});
