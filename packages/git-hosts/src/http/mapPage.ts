import type { HostPage } from './HostApi';

/** The same page of other things: each entry becomes any number of them. */
export function mapPage<T, U>(
  page: HostPage<T>,
  toItems: (item: T, index: number, items: T[]) => U | U[],
): HostPage<U> {
  return { ...page, items: page.items.flatMap(toItems) };
}
