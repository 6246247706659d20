import { MessageWriter } from '@atrium/common';
import { slaMessages } from '@atrium/plugin-sla-common';

/** Writes what agreements tell people. */
export const words = new MessageWriter(slaMessages);
