import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { costApiRef } from './api/CostApi';
import { createCostClient } from './api/createCostClient';
import { costRouteRef } from './routes';

const costApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: costApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createCostClient(fetchApi),
    }),
});

/** What a service costs, why it rose, and what nobody answers for. */
export default createFrontendPlugin({
  pluginId: 'cost',
  title: 'Cost',
  icon: <RiMoneyEuroCircleLine />,
  routes: { root: costRouteRef },
  extensions: [costApi],
});
