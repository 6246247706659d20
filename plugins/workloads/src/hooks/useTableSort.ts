import { useSearchParams } from 'react-router-dom';
import type { TableSort } from '@atrium/ui';

const DESCENDING = '-';

/** By which column the page is sorted, in the address: `owner` or `-owner`. */
export function useTableSort() {
  const [params, setParams] = useSearchParams();
  return {
    sort: parse(params.get('sort')),
    setSort(sort: TableSort | undefined) {
      setParams(
        before => {
          const after = new URLSearchParams(before);
          after.delete('sort');
          if (sort) {
            const { columnId, isDescending } = sort;
            after.set('sort', `${isDescending ? DESCENDING : ''}${columnId}`);
          }
          return after;
        },
        { replace: true },
      );
    },
  };
}

function parse(value: string | null): TableSort | undefined {
  if (!value) {
    return undefined;
  }
  return value.startsWith(DESCENDING)
    ? { columnId: value.slice(DESCENDING.length), isDescending: true }
    : { columnId: value, isDescending: false };
}
