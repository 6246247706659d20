/**
 * A driver for what operators of a cluster make.
 *
 * @packageDocumentation
 */

export { provisioningModuleKubernetes as default } from './module';
