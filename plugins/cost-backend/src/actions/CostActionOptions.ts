import type { BreakdownReads } from '../answers/reads/BreakdownReads';
import type { SummaryReads } from '../answers/reads/SummaryReads';
import type { Anomalies } from '../watch/anomalies/Anomalies';

/** What the actions ask. */
export interface CostActionOptions {
  anomalies: Pick<Anomalies, 'list'>;
  breakdown: Pick<BreakdownReads, 'get'>;
  summary: Pick<SummaryReads, 'get'>;
}
