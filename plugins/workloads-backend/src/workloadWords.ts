import { MessageWriter } from '@atrium/common';
import { workloadMessages } from '@atrium/plugin-workloads-common';

/** Writes what workloads tell people. */
export const words = new MessageWriter(workloadMessages);
