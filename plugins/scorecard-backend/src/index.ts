/**
 * The scorecard backend: keeps facts of every entity, and rates by them.
 *
 * @packageDocumentation
 */

export { scorecardPlugin as default } from './plugin';
