import type { ReactElement } from 'react';
import type { Entity } from '@backstage/catalog-model';
import type { TranslationRefTuple } from '@backstage/frontend-plugin-api';

/** A tab of the page of an entity. */
export interface EntityPageContent {
  /** Below the address of the entity; `/` for the overview. */
  path: string;
  title: string;
  /** The title in other languages. */
  titleTranslation?: TranslationRefTuple<undefined>;
  element: ReactElement;
  appliesTo(entity: Entity): boolean;
}
