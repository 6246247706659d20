import type {
  ResourceChangeInput,
  ResourceInput,
} from '@atrium/plugin-provisioning-common';
import { useProvisioningQuery } from './provisioningHooks';

/** What would come of a request. Nothing is asked while there is no input. */
export const usePreview = (input: ResourceInput | undefined) =>
  useProvisioningQuery(
    ['preview', input],
    async api => (input ? api.preview(input) : undefined),
    { enabled: input !== undefined },
  );

/** What would come of a change of a resource. */
export const useChangePreview = (input: ResourceChangeInput) =>
  useProvisioningQuery(['preview', input], api => api.previewChange(input));
