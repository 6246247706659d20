import { UnifiedThemeProvider } from '@backstage/theme';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { createAtriumTheme } from './createAtriumTheme';
import { iconBundle } from './icons';
import { darkPalette, lightPalette } from './palette';

const atriumLight = createAtriumTheme('light', lightPalette);
const atriumDark = createAtriumTheme('dark', darkPalette);

export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    iconBundle,
    ThemeBlueprint.make({
      name: 'light',
      params: {
        theme: {
          id: 'light',
          title: 'Light',
          variant: 'light',
          icon: <RiSunLine />,
          Provider: ({ children }) => (
            <UnifiedThemeProvider theme={atriumLight} themeName="atrium">
              {children}
            </UnifiedThemeProvider>
          ),
        },
      },
    }),
    ThemeBlueprint.make({
      name: 'dark',
      params: {
        theme: {
          id: 'dark',
          title: 'Dark',
          variant: 'dark',
          icon: <RiMoonLine />,
          Provider: ({ children }) => (
            <UnifiedThemeProvider theme={atriumDark} themeName="atrium">
              {children}
            </UnifiedThemeProvider>
          ),
        },
      },
    }),
  ],
});
