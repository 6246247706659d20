import { MessageWriter } from '@atrium/common';
// The English texts alone: processes that build load them at their start.
import messages from '@atrium/plugin-techdocs-common/english-messages';

/** Writes what the engine tells people. */
export const words = new MessageWriter({ messages });
