/**
 * The SLO backend: OpenSLO in, exact error budgets and alerts out.
 *
 * @packageDocumentation
 */

export { sloPlugin as default } from './plugin';
