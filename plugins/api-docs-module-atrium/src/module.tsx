import { lazy, Suspense } from 'react';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { apiDocsConfigRef } from '@backstage/plugin-api-docs';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import { definitionFormat } from './definition/definitionFormat';

const DefinitionView = lazy(() =>
  import('./components/DefinitionView/DefinitionView').then(m => ({
    default: m.DefinitionView,
  })),
);

/** Where other pages show a definition: in a dialog, without a way to try it. */
const definitionWidgets = ApiBlueprint.make({
  name: 'config',
  params: defineParams =>
    defineParams({
      api: apiDocsConfigRef,
      deps: {},
      factory: () => ({
        getApiDefinitionWidget: ({ spec: { type } }) => ({
          type,
          title: definitionFormat(type).name,
          rawLanguage: definitionFormat(type).language,
          component: definition => (
            <Suspense>
              <DefinitionView type={type} definition={definition} />
            </Suspense>
          ),
        }),
      }),
    }),
});

const browserPage = apiDocsPlugin.getExtension('page:api-docs').override({
  params: {
    loader: () =>
      import('./components/ApiBrowserPage/ApiBrowserPage').then(m => (
        <m.ApiBrowserPage />
      )),
  },
});

const definitionContent = apiDocsPlugin
  .getExtension('entity-content:api-docs/definition')
  .override({
    params: {
      // A tab of its own: it is what people come for.
      group: undefined,
      loader: () =>
        import('./components/DefinitionPage/DefinitionPage').then(m => (
          <m.DefinitionPage />
        )),
    },
  });

const componentContent = apiDocsPlugin
  .getExtension('entity-content:api-docs/apis')
  .override({
    params: {
      loader: () =>
        import('./components/ComponentApis/ComponentApis').then(m => (
          <m.ComponentApis />
        )),
    },
  });

/** On the overview it would load a viewer of megabytes with every visit. */
const definitionCard = apiDocsPlugin
  .getExtension('entity-card:api-docs/definition')
  .override({ disabled: true });

/** The API browser and the definition pages of Atrium. */
export const apiDocsModuleAtrium = createFrontendModule({
  pluginId: 'api-docs',
  extensions: [
    definitionWidgets,
    browserPage,
    definitionContent,
    componentContent,
    definitionCard,
  ],
});
