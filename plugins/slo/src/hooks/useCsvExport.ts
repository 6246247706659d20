import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { toCsv } from '@atrium/common';
import { saveFile } from '@atrium/ui';
import { readAllSlos } from '../api/readAllSlos';
import { sloApiRef } from '../api/SloApi';
import { toCsvRows } from '../objectives/toCsvRows';
import { toObjectiveRows } from '../objectives/ObjectiveRow';
import type { SloFilters } from './useSloFilters';

/** Saves all objectives that fit the filters, those in trouble first. */
export function useCsvExport({ owner, system, state }: SloFilters) {
  const api = useApi(sloApiRef);
  return useMutation({
    mutationFn: async () => {
      const { items } = await readAllSlos(api, {
        ownerRef: owner,
        systemRef: system,
      });
      const rows = toObjectiveRows(items).filter(
        row => state === undefined || row.state === state,
      );
      saveFile(
        'slos.csv',
        new Blob([toCsv(toCsvRows(rows))], { type: 'text/csv' }),
      );
    },
  });
}
