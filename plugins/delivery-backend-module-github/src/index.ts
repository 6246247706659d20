/**
 * GitHub as a source of delivery events.
 *
 * @packageDocumentation
 */

export { deliveryModuleGithub as default } from './module';
