import { withDecimalPoint } from './withDecimalPoint';

it.each([
  ['99,9', '99.9'],
  ['99.9', '99.9'],
  [' -0,5 ', '-0.5'],
  [',5', '.5'],
  ['100', '100'],
  ['', ''],
  // No numbers, with a comma or without.
  ['1.250,5', '1.250,5'],
  ['1,250,000', '1,250,000'],
  ['9,', '9,'],
  ['a, b', 'a, b'],
])('reads %j as %j', (typed, text) => {
  expect(withDecimalPoint(typed)).toBe(text);
});
