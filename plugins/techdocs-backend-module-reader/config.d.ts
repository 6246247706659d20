import type { HumanDuration } from '@backstage/types';

export interface Config {
  techdocs?: {
    /** What readers say of pages. */
    feedback?: {
      /** How long an answer is kept after it was given or changed. Default: 365 days. */
      keepFor?: HumanDuration | string;
    };
  };
}
