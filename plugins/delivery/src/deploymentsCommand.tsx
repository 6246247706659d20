import { CommandBlueprint } from '@atrium/ui';
import { RiRocketLine } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to what was deployed of a component, from any page. */
export const deploymentsCommand = CommandBlueprint.make({
  params: {
    get title() {
      return titleOf('command');
    },
    get keywords() {
      return titleOf('commandKeywords').split(', ');
    },
    icon: <RiRocketLine />,
    href: 'delivery',
    kinds: ['component'],
  },
});
