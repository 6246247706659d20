import { MessageWriter } from '@atrium/common';
import { scorecardMessages } from '@atrium/plugin-scorecard-common';

/** Writes what scorecards tell people. */
export const words = new MessageWriter(scorecardMessages);
