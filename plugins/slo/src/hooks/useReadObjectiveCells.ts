import { useApi } from '@backstage/frontend-plugin-api';
import type { CsvCell } from '@atrium/common';
import { readAllSlos } from '../api/readAllSlos';
import { sloApiRef } from '../api/SloApi';
import { toCsvRows } from '../objectives/toCsvRows';
import { toObjectiveRows } from '../objectives/ObjectiveRow';
import type { SloFilters } from './useSloFilters';

/** Reads all objectives that fit the filters, those in trouble first. */
export function useReadObjectiveCells({ owner, system, state }: SloFilters) {
  const api = useApi(sloApiRef);
  return async (): Promise<CsvCell[][]> => {
    const { items } = await readAllSlos(api, {
      ownerRef: owner,
      systemRef: system,
    });
    return toCsvRows(
      toObjectiveRows(items).filter(
        row => state === undefined || row.state === state,
      ),
    );
  };
}
