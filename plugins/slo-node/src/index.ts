/**
 * How other backends read slo, and how modules feed it.
 *
 * @packageDocumentation
 */

export { describeQueryProblems } from './describeQueryProblems';
export type { SloService, SloServiceOptions } from './SloService';
export { sloServiceRef } from './sloServiceRef';
export {
  type SloCollectQuery,
  type SloCollectRequest,
  type SloCollectResult,
  type SloMinuteValue,
  type SloQueryProblem,
  type SloSource,
  type SloSourcesExtensionPoint,
  sloSourcesExtensionPoint,
} from './sloSourcesExtensionPoint';
