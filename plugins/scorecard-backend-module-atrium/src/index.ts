/**
 * Facts for scorecards from the rest of the portal, and from repositories.
 *
 * @packageDocumentation
 */

export { scorecardModuleAtrium as default } from './module';
