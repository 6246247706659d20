import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiNodeTree } from '@remixicon/react';

/** What depends on what, and what fails with it. */
export default createFrontendPlugin({
  pluginId: 'entity-graph',
  title: 'Dependencies',
  icon: <RiNodeTree />,
  extensions: [],
});
