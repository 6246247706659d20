/**
 * Limits the Kubernetes proxy to reading pod logs and events, except for
 * administrators.
 *
 * @packageDocumentation
 */

export { kubernetesModuleProxyGuard as default } from './module';
