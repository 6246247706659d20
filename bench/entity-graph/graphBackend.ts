import { createBackend } from '@backstage/backend-defaults';
import { createRootConfig } from '../plugin/createRootConfig.ts';

/**
 * The graph behind its HTTP interface. The catalog beside it is empty: the tables
 * of the graph are filled by themselves.
 */
const backend = createBackend();
backend.add(createRootConfig());
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@atrium/plugin-entity-graph-backend'));
backend.start();
