/**
 * What tests of several backends share.
 *
 * @packageDocumentation
 */

export { freezeTime } from './freezeTime';
