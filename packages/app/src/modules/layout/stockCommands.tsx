import { CommandBlueprint } from '@atrium/ui';
import {
  RiAddBoxLine,
  RiBookOpenLine,
  RiNotification2Line,
  RiSettings3Line,
} from '@remixicon/react';

/** What can be done on the pages of stock plugins; ours bring their own. */
export const stockCommands = [
  CommandBlueprint.make({
    name: 'create',
    params: {
      title: 'Create a service',
      keywords: ['new', 'template', 'golden path', 'scaffold'],
      icon: <RiAddBoxLine />,
      href: '/create',
    },
  }),
  CommandBlueprint.make({
    name: 'docs',
    params: {
      title: 'Docs of',
      keywords: ['documentation', 'runbook', 'readme'],
      icon: <RiBookOpenLine />,
      href: 'docs',
      kinds: ['component', 'api', 'system'],
    },
  }),
  CommandBlueprint.make({
    name: 'notifications',
    params: {
      title: 'Open notifications',
      keywords: ['inbox', 'unread', 'messages'],
      icon: <RiNotification2Line />,
      href: '/notifications',
    },
  }),
  CommandBlueprint.make({
    name: 'settings',
    params: {
      title: 'Open settings',
      keywords: ['profile', 'theme', 'dark mode', 'sign out'],
      icon: <RiSettings3Line />,
      href: '/settings',
    },
  }),
];
