/**
 * How other backends ask what is wrong with files of the catalog.
 *
 * @packageDocumentation
 */

export type {
  CatalogHealthService,
  CatalogHealthServiceOptions,
} from './CatalogHealthService';
export { catalogHealthServiceRef } from './catalogHealthServiceRef';
