/**
 * Keeps each version of an API definition and tells what it breaks.
 *
 * @packageDocumentation
 */

export { apiHistoryPlugin as default } from './plugin';
