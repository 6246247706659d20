/**
 * Takes from an entity what it says about repositories other than its own.
 *
 * @packageDocumentation
 */

export { catalogModuleOrigin as default } from './module';
