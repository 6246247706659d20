import { CommandBlueprint } from '@atrium/ui';
import { RiDatabase2Line } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to the form by which one asks for a resource, from any page. */
export const requestCommand = CommandBlueprint.make({
  params: {
    title: () => titleOf('command'),
    keywords: () => titleOf('commandKeywords'),
    icon: <RiDatabase2Line />,
    href: '/provisioning/requests/new',
  },
});
