/**
 * Counts of SLOs asked of Prometheus and what speaks its language.
 *
 * @packageDocumentation
 */

export { sloModulePrometheus as default } from './module';
