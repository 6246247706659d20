/**
 * Limits what the stock Kubernetes plugin reads from clusters and answers, and
 * its proxy to events and, for owners, pod logs.
 *
 * @packageDocumentation
 */

export { kubernetesModuleGuard as default } from './module';
