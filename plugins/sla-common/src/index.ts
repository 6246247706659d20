/**
 * Service level agreements, their monthly reports and credits, as they travel.
 *
 * @packageDocumentation
 */

export {
  type Agreement,
  agreementSchema,
  type AgreementTerms,
  agreementTermsSchema,
} from './agreements';
export { slaMessages } from './messages/slaMessages';
export { type Credit, creditSchema } from './credits';
export {
  agreementUpdatePermission,
  reportClosePermission,
  slaPermissions,
} from './permissions';
export {
  type AgreementQuery,
  agreementQuerySchema,
  type ReportQuery,
  reportQuerySchema,
} from './queries';
export {
  type AgreementSummary,
  agreementSummarySchema,
  type MonthlyReport,
  monthlyReportSchema,
  monthSchema,
  type ReportDay,
  reportDaySchema,
} from './reports';
