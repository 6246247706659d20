import type { Money } from '@atrium/common';
import type {
  DeletionPolicy,
  Preview,
  ResourceDefinition,
  Violation,
} from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import type {
  StoredLease,
  StoredResource,
} from '../../database/StoredResource';

/** Something that keeps a request from being made. */
export interface RequestProblem extends Violation {
  /**
   * Whether the input is right, and something else is in the way: a name that is
   * taken, a quota that is used up (409 rather than 400).
   */
  isConflict?: true;
}

/** All that is decided about a resource before it is made. */
export interface PlannedResource {
  definition: ResourceDefinition;
  environmentType: string;
  ownerRef: string;
  scopeRef: string;
  plan: string;
  inputs: JsonObject;
  parameters: JsonObject;
  fingerprint: string;
  monthlyPrice?: Money;
  lease?: StoredLease;
  /** Whether that lease, or none, takes the place of another one. */
  hasNewLease: boolean;
  deletion: DeletionPolicy;
  planHash: string;
}

/** What would come of an input. */
export interface ResourceProposal {
  preview: Preview;
  problems: RequestProblem[];
  /** Absent where there are problems, or where something is shared. */
  planned?: PlannedResource;
  /** What other components share already, and what would be used, too. */
  shared?: StoredResource;
}
