import { CommandBlueprint } from '@atrium/ui';
import { RiMedalLine } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to the levels of a component, from any page. */
export const scorecardsCommand = CommandBlueprint.make({
  params: {
    title: () => titleOf('command'),
    keywords: () => titleOf('commandKeywords'),
    icon: <RiMedalLine />,
    href: 'scorecards',
    kinds: ['component'],
  },
});
