/**
 * Limits the Kubernetes proxy to reading events and, for owners, pod logs,
 * except for administrators.
 *
 * @packageDocumentation
 */

export { kubernetesModuleProxyGuard as default } from './module';
