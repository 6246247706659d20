import { CommandBlueprint } from '@atrium/ui';
import {
  RiAddBoxLine,
  RiBookOpenLine,
  RiNotification2Line,
  RiSettings3Line,
} from '@remixicon/react';
import { t } from '../../translation';

/** What can be done on the pages of stock plugins; ours bring their own. */
export const stockCommands = [
  CommandBlueprint.make({
    name: 'create',
    params: {
      title: () => t('stockCommands.createAService'),
      keywords: () => t('stockCommands.createKeywords'),
      icon: <RiAddBoxLine />,
      href: '/create',
    },
  }),
  CommandBlueprint.make({
    name: 'docs',
    params: {
      title: () => t('stockCommands.docsOf'),
      keywords: () => t('stockCommands.docsKeywords'),
      icon: <RiBookOpenLine />,
      href: 'docs',
      kinds: ['component', 'api', 'system'],
    },
  }),
  CommandBlueprint.make({
    name: 'notifications',
    params: {
      title: () => t('stockCommands.openNotifications'),
      keywords: () => t('stockCommands.notificationsKeywords'),
      icon: <RiNotification2Line />,
      href: '/notifications',
    },
  }),
  CommandBlueprint.make({
    name: 'settings',
    params: {
      title: () => t('stockCommands.openSettings'),
      keywords: () => t('stockCommands.settingsKeywords'),
      icon: <RiSettings3Line />,
      href: '/settings',
    },
  }),
];
