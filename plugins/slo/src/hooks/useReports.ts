import { MAX_PAGE_SIZE } from '@atrium/common';
import { saveFile } from '@atrium/ui';
import { useSloMutation, useSloQuery } from './sloHooks';

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
export const useCloseMonth = (agreementId: string, month: string) =>
  useSloMutation(api => api.closeReport(agreementId, month));

/** Saves the days of a month for a spreadsheet. */
export const useReportExport = (agreementId: string, month: string) =>
  useSloMutation(
    async api => {
      const csv = await api.exportReport(agreementId, month);
      saveFile(`sla-${month}.csv`, new Blob([csv], { type: 'text/csv' }));
    },
    { invalidates: false },
  );
