import { useApi } from '@backstage/frontend-plugin-api';
import type { CsvCell } from '@atrium/common';
import { readAllPages } from '@atrium/ui';
import { sloApiRef } from '../api/SloApi';
import { toCsvRows } from '../objectives/toCsvRows';
import { toObjectiveRows } from '../objectives/ObjectiveRow';
import type { SloFilters } from './useSloFilters';

/** Reads all objectives that fit the filters, those in trouble first. */
export function useReadObjectiveCells({ owner, system, state }: SloFilters) {
  const api = useApi(sloApiRef);
  return async (): Promise<CsvCell[][]> => {
    const { items } = await readAllPages(page =>
      api.listSlos({ ownerRef: owner, systemRef: system, ...page }),
    );
    return toCsvRows(
      toObjectiveRows(items).filter(
        row => state === undefined || row.state === state,
      ),
    );
  };
}
