import { MAX_PAGE_SIZE } from '@atrium/common';
import { saveFile } from '@atrium/ui';
import { useSlaMutation, useSlaQuery } from './slaHooks';

/** The months of an agreement, newest first: more than sixteen years. */
export const useReports = (agreementId: string) =>
  useSlaQuery(['reports', agreementId], api =>
    api.listReports({ agreementId, limit: MAX_PAGE_SIZE }),
  );

/** One month of an agreement. */
export const useReport = (agreementId: string, month: string) =>
  useSlaQuery(['report', agreementId, month], api =>
    api.getReport(agreementId, month),
  );

/** Closes a month for good. */
export const useCloseMonth = (agreementId: string, month: string) =>
  useSlaMutation(api => api.closeReport(agreementId, month));

/** Saves the days of a month for a spreadsheet. */
export const useReportExport = (agreementId: string, month: string) =>
  useSlaMutation(
    async api => {
      const csv = await api.exportReport(agreementId, month);
      saveFile(`sla-${month}.csv`, new Blob([csv], { type: 'text/csv' }));
    },
    { invalidates: false },
  );
