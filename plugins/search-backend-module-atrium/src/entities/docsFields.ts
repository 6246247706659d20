import type { Entity } from '@backstage/catalog-model';
import type { TechDocsCollatorEntityTransformer } from '@backstage/plugin-search-backend-module-techdocs';
import type { EntityFields } from './entityFields';
import { entityFields } from './entityFields';

/** What a page of documentation gets from its entity beside the stock fields. */
export function docsFields(
  entity: Entity,
): ReturnType<TechDocsCollatorEntityTransformer> &
  EntityFields & { annotations: undefined } {
  return {
    ...entityFields(entity),
    // The same on each page of a site, and nothing to search for.
    annotations: undefined,
  };
}
