import type { CostAllocationDefinition } from '@atrium/plugin-cost-common';

/** A version of the rules. */
export interface StoredAllocation {
  /** Counted from 1. */
  version: number;
  appliesFrom: string | undefined;
  definition: CostAllocationDefinition;
  /** The text of its file. */
  content: string;
  hash: string;
  /** The path or address of its file. */
  source: string;
  /** Who names the file. */
  entityRef: string | undefined;
  /** Where the document begins. */
  line: number;
  /** What is different from the version before, in words. */
  changes: string[];
  publishedAt: Date;
  /** Absent while charges are still shown by the versions before. */
  recalculatedAt: Date | undefined;
  /** The hash of the {@link AllocationWorld} by which its targets were decided. */
  decidedBy: string | undefined;
}
