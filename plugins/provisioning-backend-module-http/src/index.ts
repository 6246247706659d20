/**
 * A driver for what automations of the organisation make.
 *
 * @packageDocumentation
 */

export { provisioningModuleHttp as default } from './module';
