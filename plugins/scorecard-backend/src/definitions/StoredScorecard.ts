import type { MessageDescriptor } from '@atrium/common';
import type {
  ScorecardDefinition,
  ScorecardReach,
} from '@atrium/plugin-scorecard-common';

/** A scorecard that is in force. */
export interface StoredScorecard {
  name: string;
  source: string;
  reach: ScorecardReach;
  definition: ScorecardDefinition;
  line: number;
  content: string;
  hash: string;
  version: number;
  publishedAt: Date;
  /** What its results were worked out by. */
  evaluation: string;
  nextEvaluation: string | undefined;
  nextEntityId: number | undefined;
  evaluatedAt: Date | undefined;
  pastWantedAt: Date | undefined;
}

/** A version of a scorecard. */
export interface StoredVersion {
  version: number;
  definition: ScorecardDefinition;
  content: string;
  changes: string[];
  /** What the changes are made of; unknown of those that were kept as texts only. */
  changeMessages: MessageDescriptor[] | undefined;
  publishedAt: Date;
  /** That changed its file; where the host of it tells. */
  commit: string | undefined;
}
