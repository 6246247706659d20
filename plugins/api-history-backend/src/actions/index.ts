import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { HistoryService } from '../services/HistoryService';
import { createGetApiChangesAction } from './createGetApiChangesAction';
import { createListApiVersionsAction } from './createListApiVersionsAction';

/** Registers what agents may read of the history of APIs. */
export function registerActions(
  registry: ActionsRegistryService,
  history: HistoryService,
): void {
  createListApiVersionsAction(registry, history);
  createGetApiChangesAction(registry, history);
}
