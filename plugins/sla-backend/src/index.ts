/**
 * Service level agreements, and how each month of them went.
 *
 * @packageDocumentation
 */

export { slaPlugin as default } from './plugin';
