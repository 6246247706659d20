import { MessageWriter } from '@atrium/common';
// Not the whole package: the thread that reads bills needs its messages alone.
import { costMessages } from '@atrium/plugin-cost-common/messages';

/** Writes what cost tells people. */
export const words = new MessageWriter(costMessages);
