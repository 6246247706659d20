import { renderHook } from '@testing-library/react';
import { useKeptRows } from './useKeptRows';

describe('useKeptRows', () => {
  beforeEach(() => localStorage.clear());

  it('keeps room for what was there last time, until it is known', () => {
    const first = renderHook(({ count }) => useKeptRows(count), {
      initialProps: { count: undefined as number | undefined },
    });
    expect(first.result.current).toBe(4);
    first.rerender({ count: 1 });
    expect(first.result.current).toBe(1);
    expect(renderHook(() => useKeptRows(undefined)).result.current).toBe(1);
  });

  it('keeps room for four rows at most, and for the words that nothing waits', () => {
    expect(renderHook(() => useKeptRows(9)).result.current).toBe(4);
    expect(renderHook(() => useKeptRows(0)).result.current).toBe(2);
  });

  it('does not believe what is no number of rows', () => {
    localStorage.setItem('atrium.home.attention-rows', '900');
    expect(renderHook(() => useKeptRows(undefined)).result.current).toBe(4);
  });
});
