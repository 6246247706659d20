/**
 * OpenSLO, the maths of error budgets, and what the parts of slo agree on.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './budget/composite';
export { type Counts, sumCounts } from './budget/counts';
export {
  budgetRemaining,
  burnRate,
  isTargetMet,
  projectExhaustion,
  type ProjectExhaustionOptions,
  sli,
} from './budget/errorBudget';
export {
  bucketScale,
  type MinuteCounts,
  type MinuteValues,
  toMinuteCounts,
  type ToMinuteCountsOptions,
} from './budget/minuteCounts';
export {
  objectiveState,
  type ObjectiveStateOptions,
  type SloState,
  sloStateSchema,
  worstState,
} from './budget/objectiveState';
export {
  ratioTimesliceCounts,
  sliceRatioPpb,
  timesliceCounts,
} from './budget/timeslices';
export * from './definition/duration';
export {
  indicatorOf,
  isComposite,
  queriesOf,
  type SloQueryPart,
} from './definition/indicatorOf';
export {
  fromPartsPerBillion,
  PARTS_PER_BILLION,
  percentToPartsPerBillion,
  toPartsPerBillion,
} from './definition/partsPerBillion';
export * from './definition/sloDefinition';
export { type SloSourceQuery, toSourceQuery } from './definition/sourceQuery';
export { exportOpenSlo } from './openslo/exportOpenSlo';
export { nameSloFile, type NameSloFileOptions } from './openslo/nameSloFile';
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
export {
  type ChangeProblems,
  type CheckedText,
  problemsOfChange,
} from './openslo/problemsOfChange';
export {
  listSloNames,
  locateInSlo,
  putSlo,
  type PutSloOptions,
} from './openslo/putSlo';
export { readSloForm } from './openslo/readSloForm';
export type { QueryPlace } from './openslo/locateQuery';
export {
  type OpenSloFile,
  readOpenSloFile,
  type ReadOpenSloFileOptions,
  type ResolvedOpenSlo,
  resolveOpenSlo,
} from './openslo/resolveOpenSlo';
export {
  newSloForm,
  newSloObjective,
  type SloForm,
  type SloFormAlerting,
  type SloFormMeasure,
  type SloFormObjective,
  type SloFormSource,
  type SloFormSpec,
  type SloFormWindow,
} from './openslo/sloForm';
export { writeSloForm } from './openslo/writeSloForm';
export * from './permissions';
export {
  type AlertRule,
  alertRules,
  type AlertRuleWindow,
} from './windows/alertRules';
export {
  burnRateCompares,
  type BurnRateSeverity,
  type BurnRateWindow,
  burnRateWindows,
} from './windows/burnRateWindows';
export { type WindowBounds, windowBounds } from './windows/windowBounds';
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
export { budgetWords, objectiveBudgetWords } from './words/budgetWords';
export { coverageWords } from './words/coverageWords';
export { EXCLUSION_KIND_WORDS } from './words/exclusionWords';
export { durationWords, lastWords } from './words/durationWords';
export { formatBurnRate } from './words/formatBurnRate';
export { formatShare, formatSli, formatTarget } from './words/ratioWords';
