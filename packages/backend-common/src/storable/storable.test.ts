import { TestDatabases } from '@backstage/backend-test-utils';
import { createTestDatabase } from '../__testUtils__';
import { cutText } from './cutText';
import { isStorableJson, toStorableJson } from './toStorableJson';
import { toStorableText } from './toStorableText';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

it('leaves NUL out of a text, and shows half a character as unknown', () => {
  expect(toStorableText('a\0b \ud83d c \ude00 😀')).toBe(
    'ab \ufffd c \ufffd 😀',
  );
});

it.each([
  ['😀 \n \\u0000', '😀 \n \\u0000'],
  ['a\0', 'a'],
  ['\\\0', '\\'],
  ['\ud83d', '\ufffd'],
  [{ 'k\0': ['x\ude00', 1, null, true] }, { k: ['x\ufffd', 1, null, true] }],
  [
    { at: new Date(0), no: '\0' },
    { at: '1970-01-01T00:00:00.000Z', no: '' },
  ],
])('makes JSON of %j that PostgreSQL keeps', async (value, kept) => {
  const knex = await createTestDatabase(databases);
  const { rows } = await knex.raw('SELECT ?::jsonb AS kept', [
    toStorableJson(value),
  ]);
  expect(rows).toEqual([{ kept }]);
});

it.each([
  ['a 😀 b', true],
  ['\\u0000 and \\ud83d', true],
  ['\0', false],
  ['\\\ud83d', false],
])('tells of %j whether it can be kept as JSON', (text, isStorable) => {
  expect(isStorableJson(JSON.stringify(text))).toBe(isStorable);
});

it.each([
  ['abc', 2, 'ab'],
  ['abc', 3, 'abc'],
  ['a😀b', 1, 'a'],
  ['a😀b', 2, 'a'],
  ['a😀b', 3, 'a😀'],
])('cuts %s to %i without parting a character', (text, length, cut) => {
  expect(cutText(text, length)).toBe(cut);
});
