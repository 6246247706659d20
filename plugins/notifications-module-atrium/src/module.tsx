import {
  coreExtensionData,
  createExtension,
  createFrontendModule,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import { RiNotification2Line } from '@remixicon/react';
import { titles } from './titles';

const notificationsPage = notificationsPlugin
  .getExtension('page:notifications')
  .override({
    factory: originalFactory =>
      originalFactory({
        params: {
          title: titles('page'),
          icon: <RiNotification2Line />,
          loader: () =>
            import('./page/NotificationsPage').then(m => (
              <m.NotificationsPage />
            )),
        },
      }),
  });

const settingsSection = createExtension({
  kind: 'settings-section',
  attachTo: { id: 'page:user-settings', input: 'sections' },
  output: [
    coreExtensionData.reactElement,
    coreExtensionData.title,
    coreExtensionData.titleTranslation,
  ],
  factory: ({ node }) => [
    coreExtensionData.title('Notifications'),
    coreExtensionData.titleTranslation(titles('page')),
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('./settings/NotificationSettings').then(
          ({ NotificationSettings }) => <NotificationSettings />,
        ),
      ),
    ),
  ],
});

/** The notifications page of Atrium, and the choice of what to be told of. */
export const notificationsModuleAtrium = createFrontendModule({
  pluginId: 'notifications',
  extensions: [notificationsPage, settingsSection],
});
