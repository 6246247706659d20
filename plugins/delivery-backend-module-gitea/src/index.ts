/**
 * Gitea as a source of delivery events.
 *
 * @packageDocumentation
 */

export { deliveryModuleGitea as default } from './module';
