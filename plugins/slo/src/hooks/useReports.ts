import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { MAX_PAGE_SIZE } from '@atrium/common';
import { saveFile } from '@atrium/ui';
import { sloApiRef } from '../api/SloApi';
import { useSloQuery } from './useSloQuery';
import { useSloRefresh } from './useSloRefresh';

/** The months of an agreement, newest first: more than sixteen years. */
export const useReports = (agreementId: string) =>
  useSloQuery(['reports', agreementId], api =>
    api.listReports({ agreementId, limit: MAX_PAGE_SIZE }),
  );

/** One month of an agreement. */
export const useReport = (agreementId: string, month: string) =>
  useSloQuery(['report', agreementId, month], api =>
    api.getReport(agreementId, month),
  );

/** Closes a month for good. */
export function useCloseMonth(agreementId: string, month: string) {
  const api = useApi(sloApiRef);
  const onSuccess = useSloRefresh();
  return useMutation({
    mutationFn: () => api.closeReport(agreementId, month),
    onSuccess,
  });
}

/** Saves the days of a month for a spreadsheet. */
export function useReportExport(agreementId: string, month: string) {
  const api = useApi(sloApiRef);
  return useMutation({
    mutationFn: async () => {
      const csv = await api.exportReport(agreementId, month);
      saveFile(`sla-${month}.csv`, new Blob([csv], { type: 'text/csv' }));
    },
  });
}
