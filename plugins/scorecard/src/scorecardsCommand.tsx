import { CommandBlueprint } from '@atrium/ui';
import { RiMedalLine } from '@remixicon/react';

/** The way to the levels of a component, from any page. */
export const scorecardsCommand = CommandBlueprint.make({
  params: {
    title: 'Scorecards of',
    keywords: ['checks', 'level', 'rating'],
    icon: <RiMedalLine />,
    href: 'scorecards',
    kinds: ['component'],
  },
});
