/**
 * What the author of a driver proves it with.
 *
 * @packageDocumentation
 */

export {
  type ConformanceCheck,
  describeDriverConformance,
  listConformanceChecks,
} from './describeDriverConformance';
export type {
  DriverConnection,
  DriverSubject,
  ForeignThing,
} from './DriverSubject';
export { listUntranslated } from './listUntranslated';
