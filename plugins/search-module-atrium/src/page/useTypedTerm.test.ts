import { act, renderHook } from '@testing-library/react';
import { useTypedTerm } from './useTypedTerm';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

it('tells of a text once that has rested, and follows the term', () => {
  const onRest = jest.fn();
  const { result, rerender } = renderHook(
    ({ term }) => useTypedTerm(term, onRest),
    { initialProps: { term: 'pay' } },
  );
  const text = () => result.current[0];
  for (const typed of ['paym', 'payme', 'payment']) {
    act(() => result.current[1](typed));
    act(() => jest.advanceTimersByTime(150));
  }
  expect(text()).toBe('payment');
  expect(onRest).not.toHaveBeenCalled();
  act(() => jest.advanceTimersByTime(50));
  expect(onRest.mock.calls).toEqual([['payment']]);

  // What it told of comes back while somebody types on.
  act(() => result.current[1]('payments'));
  rerender({ term: 'payment' });
  expect(text()).toBe('payments');

  // Somebody followed a link to another search.
  rerender({ term: 'refund' });
  expect(text()).toBe('refund');
  act(() => jest.advanceTimersByTime(1000));
  expect(onRest.mock.calls).toEqual([['payment']]);
});
