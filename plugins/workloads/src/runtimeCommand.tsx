import { CommandBlueprint } from '@atrium/ui';
import { RiServerLine } from '@remixicon/react';
import { titleOf } from './titles';

/** The way to what runs of a component, from any page. */
export const runtimeCommand = CommandBlueprint.make({
  params: {
    title: () => titleOf('command'),
    keywords: () => titleOf('commandKeywords'),
    icon: <RiServerLine />,
    href: 'runtime',
    kinds: ['component'],
  },
});
