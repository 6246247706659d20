import type { ReactElement } from 'react';
import type { Entity } from '@backstage/catalog-model';

/** A tab of the page of an entity. */
export interface EntityPageContent {
  /** Below the address of the entity; `/` for the overview. */
  path: string;
  title: string;
  element: ReactElement;
  appliesTo(entity: Entity): boolean;
}
