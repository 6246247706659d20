import { parseBudget } from './parseBudget';

describe('parseBudget', () => {
  it.each([
    ['EUR 400', { currency: 'EUR', amount: '400' }],
    [' USD  1250.50 ', { currency: 'USD', amount: '1250.50' }],
  ])('reads %s', (text, expected) => {
    expect(parseBudget(text)).toEqual(expected);
  });

  it.each([
    '400',
    '400 EUR',
    'EUR -1',
    'EUR 0',
    'EUR 1e3',
    'EUR 1,000',
    'XXQ 4',
  ])('refuses %s', text => {
    expect(parseBudget(text)).toEqual({
      problem: expect.stringContaining(`'${text}' is not a budget`),
    });
  });
});
