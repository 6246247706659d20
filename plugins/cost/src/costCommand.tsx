import { CommandBlueprint } from '@atrium/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';

/** The way to what something costs, from any page. */
export const costCommand = CommandBlueprint.make({
  params: {
    title: 'Cost of',
    keywords: ['spend', 'bill', 'budget'],
    icon: <RiMoneyEuroCircleLine />,
    href: 'cost',
    kinds: ['component', 'system', 'group'],
  },
});
