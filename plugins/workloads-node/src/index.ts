/**
 * How other backends ask workloads.
 *
 * @packageDocumentation
 */

export type {
  WorkloadsService,
  WorkloadsServiceOptions,
} from './WorkloadsService';
export { workloadsServiceRef } from './workloadsServiceRef';
