/**
 * Counts of SLOs from what delivery knows about deployments and runs.
 *
 * @packageDocumentation
 */

export { sloModuleDelivery as default } from './module';
