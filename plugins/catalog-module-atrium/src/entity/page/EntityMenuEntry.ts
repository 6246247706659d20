import type { Entity } from '@backstage/catalog-model';
import type { AppNode } from '@backstage/frontend-plugin-api';
import type { EntityContextMenuItemData } from '@backstage/plugin-catalog-react/alpha';

/** Something that can be done with an entity, from its menu. */
export interface EntityMenuEntry {
  /** The extension that brings it. */
  node: AppNode;
  data: EntityContextMenuItemData;
  appliesTo(entity: Entity): boolean;
}
