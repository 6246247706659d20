import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ProvisioningActionOptions } from './ProvisioningActionOptions';
import { registerGetResourceRequestAction } from './registerGetResourceRequestAction';
import { registerListResourcesAction } from './registerListResourcesAction';
import { registerListResourceTypesAction } from './registerListResourceTypesAction';
import { registerPreviewResourceAction } from './registerPreviewResourceAction';
import { registerRequestResourceAction } from './registerRequestResourceAction';

/** Registers what agents may ask. */
export function registerActions(
  registry: ActionsRegistryService,
  options: ProvisioningActionOptions,
): void {
  registerListResourceTypesAction(registry, options);
  registerPreviewResourceAction(registry, options);
  registerRequestResourceAction(registry, options);
  registerGetResourceRequestAction(registry, options);
  registerListResourcesAction(registry, options);
}
