import {
  createTranslationRef,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';

/**
 * German for what parts of stock plugins say in the portal, where they have no
 * counterpart of ours.
 *
 * @remarks The refs are named by their ids: to import them would load their English
 * texts with every first visit.
 */
export const stockGerman = [
  toExtension('catalog', () => import('../../translations/stock/catalog')),
  toExtension(
    'catalog-react',
    () => import('../../translations/stock/catalogReact'),
  ),
  toExtension(
    'scaffolder',
    () => import('../../translations/stock/scaffolder'),
  ),
  toExtension(
    'scaffolder-react',
    () => import('../../translations/stock/scaffolderReact'),
  ),
  toExtension('techdocs', () => import('../../translations/stock/techdocs')),
];

function toExtension(
  id: string,
  load: () => Promise<{ default: Record<string, string> }>,
) {
  return TranslationBlueprint.make({
    name: `${id}-de`,
    params: {
      resource: createTranslationResource({
        ref: createTranslationRef<string, {}, {}>({ id, messages: {} }),
        translations: { de: load },
      }),
    },
  });
}
