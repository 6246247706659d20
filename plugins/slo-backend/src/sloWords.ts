import { MessageWriter } from '@atrium/common';
import { sloMessages } from '@atrium/plugin-slo-common';

/** Writes what SLOs tell people. */
export const words = new MessageWriter(sloMessages);
