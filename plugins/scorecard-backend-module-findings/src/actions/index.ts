import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionOptions } from './ActionOptions';
import { registerFindComponentUsersAction } from './registerFindComponentUsersAction';
import { registerListSecurityFindingsAction } from './registerListSecurityFindingsAction';

/** Lets agents ask about findings and components. */
export function registerActions(
  registry: ActionsRegistryService,
  options: ActionOptions,
): void {
  registerListSecurityFindingsAction(registry, options);
  registerFindComponentUsersAction(registry, options);
}
