import { priceWords, sumWords } from './priceWords';

const usd = (amount: string) => ({
  monthlyPrice: { amount, currency: 'USD' },
});

it('tells what nobody knows from what is free of charge', () => {
  expect(priceWords(usd('0').monthlyPrice)).toBe('$0.00 a month');
  expect(priceWords(undefined)).toBe('Price unknown');
});

it('adds prices by currency', () => {
  const eur = { monthlyPrice: { amount: '5', currency: 'EUR' } };
  expect(sumWords([usd('0.1'), usd('0.2'), eur, {}])).toBe('$0.30 and €5.00');
  expect(sumWords([{}])).toBe('');
});
