import { CommandBlueprint } from '@atrium/ui';
import { RiDatabase2Line } from '@remixicon/react';

/** The way to the form by which one asks for a resource, from any page. */
export const requestCommand = CommandBlueprint.make({
  params: {
    title: 'Request a database',
    keywords: ['resource', 'queue', 'cache', 'postgres', 'provision'],
    icon: <RiDatabase2Line />,
    href: '/provisioning/requests/new',
  },
});
