import {
  type FileNaming,
  type FoundRepositoryFile,
  RepositoryFileStore,
  type StoredFile,
} from '@atrium/backend-common';
import {
  type ScorecardReach,
  scorecardReachSchema,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import { z } from 'zod';

/** Whom the scorecards of a file may rate. */
interface ScorecardFileNaming {
  reach: ScorecardReach;
  /** Of the entities that name it; one of them owns a scorecard that rates what is owned. */
  ownerRefs: string[];
}

/** A file of scorecards. */
export type StoredScorecardFile = StoredFile<ScorecardFileNaming>;

/** A file of scorecards that entities name. */
export type FoundScorecardFile = FoundRepositoryFile<ScorecardFileNaming>;

/** Keeps the files that scorecards are written in. */
export type ScorecardFileStore = RepositoryFileStore<ScorecardFileNaming>;

/** Of files that the operator answers for. */
export const RATES_EVERYTHING: ScorecardFileNaming = {
  reach: 'everything',
  ownerRefs: [],
};

const naming: FileNaming<ScorecardFileNaming> = {
  columns: { reach: 'text', owner_refs: 'text[]' },
  toColumns: ({ ownerRefs, reach }) => ({ reach, owner_refs: ownerRefs }),
  toNaming: row => ({
    reach: scorecardReachSchema.parse(row.reach),
    ownerRefs: z.array(z.string()).parse(row.owner_refs),
  }),
};

/** Opens the store of the files that scorecards are written in. */
export function createScorecardFileStore(knex: Knex): ScorecardFileStore {
  return new RepositoryFileStore(knex, { table: 'scorecard_files', naming });
}
