import { act, renderHook } from '@testing-library/react';
import { useDebounced, useDebouncedText } from '..';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

it('follows a value once that has rested', () => {
  const { result, rerender } = renderHook(({ name }) => useDebounced(name), {
    initialProps: { name: 'p' },
  });
  expect(result.current).toBe('p');
  for (const name of ['pa', 'pay']) {
    rerender({ name });
    act(() => jest.advanceTimersByTime(199));
    expect(result.current).toBe('p');
  }
  act(() => jest.advanceTimersByTime(1));
  expect(result.current).toBe('pay');
});

it('tells of a text once that has rested, and follows the term', () => {
  const onRest = jest.fn();
  const { result, rerender } = renderHook(
    ({ term }) => useDebouncedText(term, onRest),
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
