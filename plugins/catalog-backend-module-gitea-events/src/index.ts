/**
 * Makes a push to Gitea show in the catalog within seconds.
 *
 * @packageDocumentation
 */

export { catalogModuleGiteaEvents as default } from './module';
