/**
 * Drivers for servers that many resources share.
 *
 * @packageDocumentation
 */

export { provisioningModuleServers as default } from './module';
