import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { EntityLists } from '../services/EntityLists';
import type { Summaries } from '../summary/Summaries';
import { registerGetAction } from './registerGetAction';
import { registerListAction } from './registerListAction';

/** What the actions ask. */
export interface ActionOptions {
  lists: Pick<EntityLists, 'list'>;
  summaries: Pick<Summaries, 'get'>;
}

/** Offers agents the main reads. */
export function registerActions(
  registry: ActionsRegistryService,
  options: ActionOptions,
): void {
  registerGetAction(registry, options);
  registerListAction(registry, options);
}
