/**
 * The workloads backend: what runs for an entity and across clusters.
 *
 * @packageDocumentation
 */

export { workloadsPlugin as default } from './plugin';
