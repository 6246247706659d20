/**
 * Checks what entities say before the catalog takes them.
 *
 * @packageDocumentation
 */

export { catalogModuleGuard as default } from './module';
