import {
  coreExtensionData,
  createExtensionInput,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import { RiSettings3Line } from '@remixicon/react';
import { titles } from './titles';

/**
 * The settings page; other plugins add what is to be set about them by extensions
 * that attach to its input `sections`.
 */
export const settingsPage = userSettingsPlugin
  .getExtension('page:user-settings')
  .override({
    inputs: {
      sections: createExtensionInput([
        coreExtensionData.reactElement,
        coreExtensionData.title,
        coreExtensionData.titleTranslation.optional(),
      ]),
    },
    factory: (originalFactory, { inputs }) =>
      originalFactory({
        params: {
          title: titles('page'),
          icon: <RiSettings3Line />,
          loader: async () => {
            const { SettingsPage } = await import('./page/SettingsPage');
            return (
              <SettingsPage
                sections={inputs.sections.map(section => ({
                  title: section.get(coreExtensionData.title),
                  titleTranslation: section.get(
                    coreExtensionData.titleTranslation,
                  ),
                  element: section.get(coreExtensionData.reactElement),
                }))}
              />
            );
          },
        },
      }),
  });

/** The settings page of Atrium. */
export const userSettingsModuleAtrium = createFrontendModule({
  pluginId: 'user-settings',
  extensions: [settingsPage],
});
