import type { ResourceDetails } from '@atrium/plugin-provisioning-common';

/** Props of the dialogs about a resource. */
export interface ResourceDialogProps {
  resource: ResourceDetails;
  onClose(): void;
}
