import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { t } from '../../translation';
import { AtriumThemeProvider } from './AtriumThemeProvider';
import { iconBundle } from './icons';

export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    iconBundle,
    ThemeBlueprint.make({
      name: 'light',
      params: {
        theme: {
          id: 'light',
          get title() {
            return t('theme.light');
          },
          variant: 'light',
          icon: <RiSunLine />,
          Provider: AtriumThemeProvider,
        },
      },
    }),
    ThemeBlueprint.make({
      name: 'dark',
      params: {
        theme: {
          id: 'dark',
          get title() {
            return t('theme.dark');
          },
          variant: 'dark',
          icon: <RiMoonLine />,
          Provider: AtriumThemeProvider,
        },
      },
    }),
  ],
});
