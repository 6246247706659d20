import { CommandBlueprint } from '@atrium/ui';
import { RiServerLine } from '@remixicon/react';

/** The way to what runs of a component, from any page. */
export const runtimeCommand = CommandBlueprint.make({
  params: {
    title: 'Runtime of',
    keywords: ['logs', 'pods', 'restart', 'workloads', 'kubernetes'],
    icon: <RiServerLine />,
    href: 'runtime',
    kinds: ['component'],
  },
});
