import { CommandBlueprint } from '@atrium/ui';
import { RiDatabase2Line } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to the form by which one asks for a resource, from any page. */
export const requestCommand = CommandBlueprint.make({
  params: {
    get title() {
      return titleOf('command');
    },
    get keywords() {
      return titleOf('commandKeywords').split(', ');
    },
    icon: <RiDatabase2Line />,
    href: '/provisioning/requests/new',
  },
});
