import { CommandBlueprint } from '@atrium/ui';
import { RiRocketLine } from '@remixicon/react';

/** The way to what was deployed of a component, from any page. */
export const deploymentsCommand = CommandBlueprint.make({
  params: {
    title: 'Deployments of',
    keywords: ['delivery', 'pipeline', 'builds', 'incidents'],
    icon: <RiRocketLine />,
    href: 'delivery',
    kinds: ['component'],
  },
});
