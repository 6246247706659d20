import { MessageWriter } from '@atrium/common';
import { costMessages } from '@atrium/plugin-cost-common';

/** Writes what cost tells people. */
export const words = new MessageWriter(costMessages);
