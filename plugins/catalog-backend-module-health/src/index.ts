/**
 * Has the catalog take the good files although others are bad, read the bad
 * ones anew after a push, and say which they are.
 *
 * @packageDocumentation
 */

export { catalogModuleHealth as default } from './module';
