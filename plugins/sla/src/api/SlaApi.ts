import { createApiRef } from '@backstage/frontend-plugin-api';
import type { Page } from '@atrium/common';
import type {
  Agreement,
  AgreementQuery,
  AgreementSummary,
  AgreementTerms,
  MonthlyReport,
  ReportQuery,
} from '@atrium/plugin-sla-common';
import type { SloListQuery, SloSummary } from '@atrium/plugin-slo-common';

/** What the pages ask. */
export interface SlaApi {
  /** What an agreement can be measured by, worst first. */
  listSlos(query: SloListQuery): Promise<Page<SloSummary>>;
  /** By name. */
  listAgreements(query: AgreementQuery): Promise<Page<AgreementSummary>>;
  getAgreement(id: string): Promise<Agreement>;
  createAgreement(terms: AgreementTerms): Promise<Agreement>;
  updateAgreement(id: string, terms: AgreementTerms): Promise<Agreement>;
  deleteAgreement(id: string): Promise<Agreement>;
  /** Newest first. */
  listReports(query: ReportQuery): Promise<Page<MonthlyReport>>;
  getReport(agreementId: string, month: string): Promise<MonthlyReport>;
  /** The days of a month, as CSV. */
  exportReport(agreementId: string, month: string): Promise<string>;
  /** Closes a month: from then on its report never changes. */
  closeReport(agreementId: string, month: string): Promise<MonthlyReport>;
}

/** The sla backend, for the pages. */
export const slaApiRef = createApiRef<SlaApi>().with({
  id: 'plugin.sla.client',
  pluginId: 'sla',
});
