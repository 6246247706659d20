import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** The tools around a component, such as its logs and its pager. */
export const toolsCard = EntityCardBlueprint.make({
  name: 'tools',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () =>
      import('../components/ToolsCard/ToolsCard').then(m => <m.ToolsCard />),
  },
});
