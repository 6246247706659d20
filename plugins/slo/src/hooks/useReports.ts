import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { MAX_PAGE_SIZE } from '@atrium/common';
import { saveFile } from '@atrium/ui';
import { sloApiRef } from '../api/SloApi';
import { useSloQuery } from './useSloQuery';
import { useSloRefresh } from './useSloRefresh';

/** The months of an agreement, newest first: more than sixteen years. */
export const useReports = (contractId: string) =>
  useSloQuery(['reports', contractId], api =>
    api.listReports({ contractId, limit: MAX_PAGE_SIZE }),
  );

/** One month of an agreement. */
export const useReport = (contractId: string, month: string) =>
  useSloQuery(['report', contractId, month], api =>
    api.getReport(contractId, month),
  );

/** Closes a month for good. */
export function useCloseMonth(contractId: string, month: string) {
  const api = useApi(sloApiRef);
  const onSuccess = useSloRefresh();
  return useMutation({
    mutationFn: () => api.closeReport(contractId, month),
    onSuccess,
  });
}

/** Saves the days of a month for a spreadsheet. */
export function useReportExport(contractId: string, month: string) {
  const api = useApi(sloApiRef);
  return useMutation({
    mutationFn: async () => {
      const csv = await api.exportReport(contractId, month);
      saveFile(`sla-${month}.csv`, new Blob([csv], { type: 'text/csv' }));
    },
  });
}
