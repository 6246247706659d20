import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  type SignInPageProps,
} from '@backstage/plugin-app-react';
import { LanguageBoundary } from '../language/LanguageBoundary';
import { oidcAuthApi } from './oidcAuthApi';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => {
      const { SignInPage } = await import('./SignInPage');
      return (props: SignInPageProps) => (
        // No wrapper of the app is around this page.
        <LanguageBoundary>
          <SignInPage {...props} />
        </LanguageBoundary>
      );
    },
  },
});

export const authModule = createFrontendModule({
  pluginId: 'app',
  extensions: [oidcAuthApi, signInPage],
});
