import { isRowId } from './isRowId';

it.each([
  ['7d4f9d0e-52a5-4c31-8f0e-0c1d1c0f8a11', true],
  ['00000000-0000-0000-0000-000000000001', true],
  ['7d4f9d0e-52a5-4c31-8f0e', false],
  ['nope', false],
  ['7d4f9d0e-52a5-4c31-8f0e-0c1d1c0f8a11\0', false],
  ['', false],
])('says whether a row can have the id %j', (id, expected) => {
  expect(isRowId(id)).toBe(expected);
});
