/**
 * Counts of SLOs scraped from the /metrics of services.
 *
 * @packageDocumentation
 */

export { sloModuleOpenMetrics as default } from './module';
