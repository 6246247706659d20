import { targetWords } from './targetWords';

describe('targetWords', () => {
  it.each([
    // A thousandth of 43,200 minutes is 43.2.
    ['99.9', '30d', '43 minutes in 30 days'],
    ['99.95', '28d', '20 minutes in 28 days'],
    ['99,95', '28d', '20 minutes in 28 days'],
    ['99', '28d', '6 hours in 28 days'],
    ['95', '4w', '33 hours in 28 days'],
    ['99.9', '1M', '43 minutes in 30 days'],
    // A millionth of 604,800 seconds is 0.6.
    ['99.9999', '7d', 'less than a second in 7 days'],
    ['99.999', '7d', '6 seconds in 7 days'],
    ['0', '1d', '1 day in 1 day'],
  ])('says what %s%% over %s leaves', (target, window, words) => {
    expect(targetWords(target, window)).toBe(words);
  });

  it.each([
    ['', '30d'],
    ['most', '30d'],
    ['100', '30d'],
    ['-1', '30d'],
    ['99.9', 'a month'],
  ])('says nothing of %j over %j', (target, window) => {
    expect(targetWords(target, window)).toBeUndefined();
  });
});
