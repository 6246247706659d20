import { lazy, Suspense } from 'react';
import type { Entity } from '@backstage/catalog-model';
import {
  type AppNode,
  coreExtensionData,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { titles } from '../titles';
import { RoutedEntitySkeleton } from './page/RoutedEntitySkeleton';
import {
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';

const RoutedEntityPage = lazy(() =>
  import('./page/RoutedEntityPage').then(m => ({
    default: m.RoutedEntityPage,
  })),
);

/**
 * The page of an entity with our header, tabs and refusals. The stock one keeps
 * the menu from any header but its own, and its words for what is not there.
 */
const entityPage = catalogPlugin.getExtension('page:catalog/entity').override({
  factory(originalFactory, { inputs }) {
    return originalFactory({
      params: {
        // It has a header of its own.
        noHeader: true,
        loader: async () => {
          const { filterFunction, filterExpression, title, titleTranslation } =
            EntityContentBlueprint.dataRefs;
          return (
            <Suspense fallback={<RoutedEntitySkeleton />}>
              <RoutedEntityPage
                contents={inputs.contents.map(content => ({
                  path: content.get(coreExtensionData.routePath),
                  title: content.get(title),
                  titleTranslation: content.get(titleTranslation),
                  element: content.get(coreExtensionData.reactElement),
                  appliesTo:
                    content.get(filterFunction) ??
                    withoutText(content.node, content.get(filterExpression)),
                }))}
                menu={inputs.contextMenuItems.map(item => ({
                  node: item.node,
                  data: item.get(EntityContextMenuItemBlueprint.dataRefs.data),
                  appliesTo:
                    item.get(
                      EntityContextMenuItemBlueprint.dataRefs.filterFunction,
                    ) ?? appliesToAll,
                }))}
              />
            </Suspense>
          );
        },
      },
    });
  },
});

const overviewLayout = EntityContentLayoutBlueprint.make({
  name: 'atrium',
  params: {
    loader: () =>
      import('./overview/EntityOverview').then(m => m.EntityOverview),
  },
});

/** Stock cards whose facts the overview has in its own places. */
const replacedCards = [
  'about',
  'links',
  'labels',
  'depends-on-components',
  'depends-on-resources',
  'has-components',
  'has-resources',
  'has-subcomponents',
  'has-subdomains',
  'has-systems',
] as const;

/** Its title is the only thing that is ours. */
const overview = catalogPlugin
  .getExtension('entity-content:catalog/overview')
  .override({
    factory: originalFactory =>
      originalFactory({ params: { title: titles('overview') } }),
  });

/** What makes the pages of entities. */
export const entityExtensions: ExtensionDefinition[] = [
  entityPage,
  overview,
  overviewLayout,
  ...replacedCards.map(name =>
    catalogPlugin
      .getExtension(`entity-card:catalog/${name}`)
      .override({ disabled: true }),
  ),
];

function appliesToAll(_: Entity): boolean {
  return true;
}

/** Filters are predicates; what was written as a text is said to be wrong. */
function withoutText(node: AppNode, expression: string | undefined) {
  if (expression !== undefined) {
    throw new Error(
      `The filter of '${node.spec.id}' has to be a predicate, not the text '${expression}'`,
    );
  }
  return appliesToAll;
}
