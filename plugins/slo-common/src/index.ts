/**
 * OpenSLO, the maths of error budgets, and what the parts of slo agree on.
 *
 * @packageDocumentation
 */

export * from './annotations';
export {
  type Counts,
  type Fraction,
  fractionToNumber,
  sumCounts,
} from './budget/counts';
export {
  budgetRemaining,
  burnRate,
  burnRateFraction,
  isTargetMet,
  sli,
} from './budget/errorBudget';
export {
  type BudgetWindow,
  minutesUntilSpent,
} from './budget/minutesUntilSpent';
export { type SloState, sloStateSchema } from './budget/sloState';
export * from './definition/duration';
export {
  indicatorOf,
  isComposite,
  queriesOf,
  type SloQueryPart,
} from './definition/indicatorOf';
export { parseCalendarStart } from './definition/parseCalendarStart';
export {
  fromPartsPerBillion,
  PARTS_PER_BILLION,
  percentToPartsPerBillion,
  toPartsPerBillion,
} from './definition/partsPerBillion';
export * from './definition/sloDefinition';
export { type SloSourceQuery, toSourceQuery } from './definition/sourceQuery';
export type { OpenSloMetadata } from './openslo/fieldSchemas';
export type {
  OpenSloInlineSli,
  OpenSloMetric,
} from './openslo/indicatorSchemas';
export type { QueryPlace } from './openslo/locateQuery';
export type { OpenSloObjective } from './openslo/objectiveSchema';
export {
  type OpenSloDocument,
  type OpenSloDocumentOf,
  openSloDocumentSchema,
  type OpenSloKind,
} from './openslo/openSloDocument';
export {
  type OpenSloProblem,
  openSloProblemSchema,
} from './openslo/openSloProblem';
export {
  type ParsedOpenSlo,
  parseOpenSlo,
  type ParseOpenSloOptions,
} from './openslo/parseOpenSlo';
export { readSloYaml, SLO_YAML } from './openslo/readSloYaml';
export {
  type OpenSloFile,
  readOpenSloFile,
  type ReadOpenSloFileOptions,
  type ResolvedOpenSlo,
  resolveOpenSlo,
} from './openslo/resolveOpenSlo';
export type { OpenSloSpec } from './openslo/sloSpecSchema';
export {
  DEFAULT_WINDOW,
  type OpenSloTimeWindow,
} from './openslo/timeWindowSchema';
export * from './permissions';
export {
  type AlertRule,
  alertRules,
  hasAlertOfEachObjective,
  type AlertRuleWindow,
} from './windows/alertRules';
export {
  type BurnRateSeverity,
  type BurnRateWindow,
  burnRateWindows,
} from './windows/burnRateWindows';
export * from './wire/alerts';
export * from './wire/dailyCounts';
export * from './wire/entityDefinitions';
export * from './wire/exclusions';
export * from './wire/gates';
export * from './wire/heatMap';
export * from './wire/objectiveStatus';
export * from './wire/proposals';
export * from './wire/pushCounts';
export * from './wire/queries';
export * from './wire/series';
export * from './wire/signal';
export * from './wire/sources';
export * from './wire/sloSummary';
export {
  budgetWords,
  describeObjectiveBudget,
  objectiveBudgetWords,
} from './words/budgetWords';
export { objectiveHref, type ObjectiveTarget } from './objectiveHref';
export { coverageWords } from './words/coverageWords';
export { EXCLUSION_KIND_WORDS } from './words/exclusionWords';
export { durationParts, durationWords, lastWords } from './words/durationWords';
export { formatBurnRate, roundBurnRate } from './words/formatBurnRate';
export { formatSli, formatTarget } from './words/ratioWords';
export { sloMessages } from './messages/sloMessages';
