import { CommandBlueprint } from '@atrium/ui';
import { RiMedalLine } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to the levels of a component, from any page. */
export const scorecardsCommand = CommandBlueprint.make({
  params: {
    get title() {
      return titleOf('command');
    },
    get keywords() {
      return titleOf('commandKeywords').split(', ');
    },
    icon: <RiMedalLine />,
    href: 'scorecards',
    kinds: ['component'],
  },
});
