import { costChange } from '../money/costChange';
import { changeWords, ratioWords } from './changeWords';

const than = { currency: 'EUR', than: 'the same days in October' };

it.each([
  ['100', '112', '€12.00 more than the same days in October (+12%)'],
  ['100', '75', '€25.00 less than the same days in October (−25%)'],
  ['0', '5', '€5.00 more than the same days in October'],
  ['5', '5.00', 'As much as the same days in October'],
])('says that %s became %s', (before, after, words) => {
  expect(changeWords(costChange(before, after), than)).toBe(words);
});

it('writes a ratio with its sign', () => {
  expect(ratioWords(-0.025)).toBe('−2.5%');
  expect(ratioWords(0)).toBe('0%');
  expect(ratioWords(0.0004)).toBe('0%');
  expect(ratioWords(undefined)).toBe('');
});
