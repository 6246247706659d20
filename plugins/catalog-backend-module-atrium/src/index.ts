/**
 * AI resources, MCP servers, and files of other repositories in the catalog.
 *
 * @packageDocumentation
 */

export { catalogModuleAtrium as default } from './module';
