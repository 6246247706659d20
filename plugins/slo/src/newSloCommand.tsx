import { CommandBlueprint } from '@atrium/ui';
import { RiFocus3Line } from '@remixicon/react';
import { sloDefinitionProposePermission } from '@atrium/plugin-slo-common';
import { titleOf } from './titles';

/** The way to a new SLO of a component, from any page. */
export const newSloCommand = CommandBlueprint.make({
  params: {
    title: () => titleOf('command'),
    keywords: () => titleOf('commandKeywords'),
    icon: <RiFocus3Line />,
    href: 'slos?new',
    kinds: ['component'],
    permission: sloDefinitionProposePermission,
  },
});
