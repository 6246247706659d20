import { costChange } from './costChange';
import { shareOf } from './shareOf';
import { isAboveZero, isZero, sumOf, withoutSign } from './amounts';

it('says exactly how an amount changed', () => {
  expect(costChange('0.1', '0.3')).toEqual({ amount: '0.2', ratio: 2 });
  expect(costChange('200', '150')).toEqual({ amount: '-50', ratio: -0.25 });
  // From nothing there is no ratio, and from a credit it is of its size.
  expect(costChange('0', '5')).toEqual({ amount: '5', ratio: undefined });
  expect(costChange('-4', '-2')).toEqual({ amount: '2', ratio: 0.5 });
});

it('has no percentage of next to nothing, nor of a cost that became a credit', () => {
  expect(costChange('1', '11').ratio).toBe(10);
  expect(costChange('0.01', '166')).toEqual({
    amount: '165.99',
    ratio: undefined,
  });
  expect(costChange('5', '0').ratio).toBe(-1);
  expect(costChange('2', '-331.18')).toEqual({
    amount: '-333.18',
    ratio: undefined,
  });
});

it('sums and compares without floating point', () => {
  expect(sumOf(['0.1', '0.2', '90071992547409931.1'])).toBe(
    '90071992547409931.4',
  );
  expect(isZero('-0.000')).toBe(true);
  expect(isAboveZero('-0.01')).toBe(false);
  expect(withoutSign('-12.50')).toBe('12.5');
});

it('knows no share of nothing', () => {
  expect(shareOf('1', '4')).toBe(0.25);
  expect(shareOf('1', '0')).toBeUndefined();
  // Credits left next to nothing of it.
  expect(shareOf('400', '2.4')).toBeUndefined();
  expect(shareOf('-397.6', '2.4')).toBeUndefined();
  expect(shareOf('-1', '4')).toBe(-0.25);
});
