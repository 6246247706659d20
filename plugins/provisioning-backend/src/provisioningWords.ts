import { MessageWriter } from '@atrium/common';
import { provisioningMessages } from '@atrium/plugin-provisioning-common';

/** Writes what provisioning tells people. */
export const words = new MessageWriter(provisioningMessages);
