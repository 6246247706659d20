import { CommandBlueprint } from '@atrium/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to what something costs, from any page. */
export const costCommand = CommandBlueprint.make({
  params: {
    get title() {
      return titleOf('command');
    },
    get keywords() {
      return titleOf('commandKeywords').split(', ');
    },
    icon: <RiMoneyEuroCircleLine />,
    href: 'cost',
    kinds: ['component', 'system', 'group'],
  },
});
