import { MessageWriter } from '@atrium/common';
import { apiHistoryMessages } from '@atrium/plugin-api-history-common';

/** Writes what changed in APIs. */
export const words = new MessageWriter(apiHistoryMessages);
