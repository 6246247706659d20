import { CommandBlueprint } from '@atrium/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to what something costs, from any page. */
export const costCommand = CommandBlueprint.make({
  params: {
    title: () => titleOf('command'),
    keywords: () => titleOf('commandKeywords'),
    icon: <RiMoneyEuroCircleLine />,
    href: 'cost',
    kinds: ['component', 'system', 'group'],
  },
});
