import { CommandBlueprint } from '@atrium/ui';
import { RiRocketLine } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to what was deployed of a component, from any page. */
export const deploymentsCommand = CommandBlueprint.make({
  params: {
    title: () => titleOf('command'),
    keywords: () => titleOf('commandKeywords'),
    icon: <RiRocketLine />,
    href: 'delivery',
    kinds: ['component'],
  },
});
