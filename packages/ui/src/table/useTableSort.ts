import { z } from 'zod';
import { useAddressState } from '../address/useAddressState';
import type { TableSort } from './sortItems';

const DESCENDING = '-';

/** The sort of a table as a parameter of an address: `owner` or `-owner`. */
export const tableSortSchema = z.codec(
  z.string().min(1),
  z.object({ columnId: z.string(), isDescending: z.boolean() }),
  {
    decode: text =>
      text.startsWith(DESCENDING)
        ? { columnId: text.slice(DESCENDING.length), isDescending: true }
        : { columnId: text, isDescending: false },
    encode: ({ columnId, isDescending }) =>
      `${isDescending ? DESCENDING : ''}${columnId}`,
  },
);

const schema = z.object({ sort: tableSortSchema.optional() });

/** Keeps by which column a table is sorted in the address of the page. */
export function useTableSort() {
  const [{ sort }, change] = useAddressState(schema);
  return {
    sort,
    setSort: (next: TableSort | undefined) => change({ sort: next }),
  };
}
