import { CommandBlueprint } from '@atrium/ui';
import { RiServerLine } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to what runs of a component, from any page. */
export const runtimeCommand = CommandBlueprint.make({
  params: {
    get title() {
      return titleOf('command');
    },
    get keywords() {
      return titleOf('commandKeywords').split(', ');
    },
    icon: <RiServerLine />,
    href: 'runtime',
    kinds: ['component'],
  },
});
