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
      get title() {
        return t('stockCommands.createAService');
      },
      get keywords() {
        return t('stockCommands.createKeywords').split(', ');
      },
      icon: <RiAddBoxLine />,
      href: '/create',
    },
  }),
  CommandBlueprint.make({
    name: 'docs',
    params: {
      get title() {
        return t('stockCommands.docsOf');
      },
      get keywords() {
        return t('stockCommands.docsKeywords').split(', ');
      },
      icon: <RiBookOpenLine />,
      href: 'docs',
      kinds: ['component', 'api', 'system'],
    },
  }),
  CommandBlueprint.make({
    name: 'notifications',
    params: {
      get title() {
        return t('stockCommands.openNotifications');
      },
      get keywords() {
        return t('stockCommands.notificationsKeywords').split(', ');
      },
      icon: <RiNotification2Line />,
      href: '/notifications',
    },
  }),
  CommandBlueprint.make({
    name: 'settings',
    params: {
      get title() {
        return t('stockCommands.openSettings');
      },
      get keywords() {
        return t('stockCommands.settingsKeywords').split(', ');
      },
      icon: <RiSettings3Line />,
      href: '/settings',
    },
  }),
];
