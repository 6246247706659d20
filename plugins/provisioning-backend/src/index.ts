/**
 * The provisioning backend: what people ask for is made, watched and removed.
 *
 * @packageDocumentation
 */

export { provisioningPlugin as default } from './plugin';
