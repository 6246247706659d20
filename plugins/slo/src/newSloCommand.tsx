import { CommandBlueprint } from '@atrium/ui';
import { RiFocus3Line } from '@remixicon/react';
import { sloDefinitionProposePermission } from '@atrium/plugin-slo-common';
import { titleOf } from './titles';

/** The way to a new SLO of a component, from any page. */
export const newSloCommand = CommandBlueprint.make({
  params: {
    get title() {
      return titleOf('command');
    },
    get keywords() {
      return titleOf('commandKeywords').split(', ');
    },
    icon: <RiFocus3Line />,
    href: 'slos?new',
    kinds: ['component'],
    permission: sloDefinitionProposePermission,
  },
});
