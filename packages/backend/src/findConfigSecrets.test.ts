import type { JsonObject, JsonValue } from '@backstage/types';
import { findConfigSecrets } from './findConfigSecrets';

const secret = { type: 'string', visibility: 'secret' };
const plain = { type: 'string' };

/** The schema of one key, `place`. */
const at = (place: JsonObject): JsonObject => ({
  type: 'object',
  properties: { place },
  definitions: { Token: secret },
});

const token = { type: 'object', properties: { token: secret, name: plain } };

it.each<
  [what: string, schema: JsonObject, place: JsonValue, secrets: string[]]
>([
  ['a string', secret, 'a', ['a']],
  ['a number', secret, 7, ['7']],
  ['no switch', secret, true, []],
  ['what is public', plain, 'a', []],
  ['a field', token, { token: 'a', name: 'b', other: 'c' }, ['a']],
  ['elements', { items: token }, [{ token: 'a' }, { name: 'b' }], ['a']],
  ['a list', { type: 'array', visibility: 'secret' }, ['a', ['b']], ['a']],
  ['tuples', { items: [plain, secret] }, ['a', 'b'], ['b']],
  ['any key', { additionalProperties: secret }, { a: 'b' }, ['b']],
  [
    'keys by a pattern',
    { properties: { tokens: plain }, patternProperties: { '^token': secret } },
    { token1: 'a', tokens: 'b', name: 'c' },
    ['a', 'b'],
  ],
  [
    'no other key than those that are named',
    { properties: { name: plain }, additionalProperties: secret },
    { name: 'a', token: 'b' },
    ['b'],
  ],
  [
    'everything below',
    { deepVisibility: 'secret', properties: { a: plain } },
    { a: 'b', c: { d: ['e'] } },
    ['b', 'e'],
  ],
  ['an alternative', { anyOf: [plain, secret] }, 'a', ['a']],
  ['one of several', { oneOf: [token, plain] }, { token: 'a' }, ['a']],
  ['all of several', { allOf: [{}, token] }, { token: 'a' }, ['a']],
  ['a condition', { if: {}, then: token }, { token: 'a' }, ['a']],
  ['a reference', { $ref: '#/definitions/Token' }, 'a', ['a']],
  ['a field of an object only', secret, { a: 'b' }, []],
])('finds %s', (_what, schema, place, secrets) => {
  expect([...findConfigSecrets([at(schema)], { place })]).toEqual(secrets);
});

it('takes the schemas of all packages', () => {
  const schemas = [at(plain), at(secret)];
  expect([...findConfigSecrets(schemas, { place: 'a' })]).toEqual(['a']);
});
