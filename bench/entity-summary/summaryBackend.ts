import { createBackend } from '@backstage/backend-defaults';
import { createRootConfig } from '../plugin/createRootConfig.ts';

/** Entity-summary alone; its rows are written by the bench. */
const backend = createBackend();
backend.add(createRootConfig());
backend.add(import('@atrium/plugin-entity-summary-backend'));
backend.start();
