import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerGetScorecardResultsAction } from './registerGetScorecardResultsAction';
import { registerListInitiativesAction } from './registerListInitiativesAction';
import { registerListScorecardsAction } from './registerListScorecardsAction';
import { registerRequestExemptionAction } from './registerRequestExemptionAction';
import type { ScorecardActionOptions } from './ScorecardActionOptions';

/** Registers what agents may ask. */
export function registerActions(
  registry: ActionsRegistryService,
  options: ScorecardActionOptions,
): void {
  registerListScorecardsAction(registry, options);
  registerGetScorecardResultsAction(registry, options);
  registerListInitiativesAction(registry, options);
  registerRequestExemptionAction(registry, options);
}
