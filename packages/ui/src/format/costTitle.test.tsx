import { render, screen } from '@testing-library/react';
import { costTitle, MoneyText } from '..';

const of = (month?: string) => ({ cost: { month } });

describe('costTitle', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-12-01T04:00:00Z') });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('says this month where the costs are of it', () => {
    expect(costTitle([of('2026-12'), {}, of('2026-12')])).toBe(
      'Cost this month',
    );
  });

  it('names the month before until the first bills of this one', () => {
    expect(costTitle([of('2026-11'), of('2026-11')])).toBe('Cost in November');
  });

  it('names no month where it is not known, or not the same', () => {
    expect(costTitle([of('2026-11'), of('2026-12')])).toBe('Monthly cost');
    expect(costTitle([of(), {}])).toBe('Monthly cost');
    expect(costTitle()).toBe('Monthly cost');
  });
});

it('says on hover which month an amount is of', () => {
  render(<MoneyText amount="1240.50" currency="EUR" month="2026-11" />);
  expect(screen.getByTitle('1240.50 EUR, November 2026')).toHaveTextContent(
    '€1,241',
  );
});
