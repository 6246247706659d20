import type { ScopeOptions } from '@atrium/backend-common';
import type { Scorecards } from '@atrium/plugin-scorecard-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { RequestExemptionServices } from '../people/exemptions/requestExemption';
import type { Initiatives } from '../people/initiatives/Initiatives';
import type { ResultReads } from '../reads/ResultReads';

/** What the actions ask. */
export interface ScorecardActionOptions extends RequestExemptionServices {
  auth: AuthService;
  initiatives: Initiatives;
  resultReads: ResultReads;
  scorecardReads: { list(options: ScopeOptions): Promise<Scorecards> };
}
