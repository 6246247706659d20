import {
  ApiBlueprint,
  appLanguageApiRef,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { AppRootWrapperBlueprint } from '@backstage/plugin-app-react';
import { createPageLanguage } from './createPageLanguage';
import { LanguageBoundary } from './LanguageBoundary';
import { stockGerman } from './stockGerman';

const pageLanguage = ApiBlueprint.make({
  name: 'app-language',
  params: defineParams =>
    defineParams({
      api: appLanguageApiRef,
      deps: {},
      factory: () =>
        createPageLanguage({
          languages: ['de'],
          storage: window.localStorage,
          reload: () => window.location.reload(),
        }),
    }),
});

const languageBoundary = AppRootWrapperBlueprint.make({
  name: 'language',
  params: { component: LanguageBoundary },
});

/** In which language people read the portal. */
export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [pageLanguage, languageBoundary, ...stockGerman],
});
