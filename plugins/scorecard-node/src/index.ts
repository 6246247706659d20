/**
 * How modules tell scorecard facts, and how other backends read it.
 *
 * @packageDocumentation
 */

export * from './FactProvider';
export * from './factProvidersExtensionPoint';
export type {
  ScorecardService,
  ScorecardServiceOptions,
} from './ScorecardService';
export { scorecardServiceRef } from './scorecardServiceRef';
