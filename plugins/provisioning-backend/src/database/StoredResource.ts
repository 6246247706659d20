import type { FieldMessages, Money } from '@atrium/common';
import type {
  DeletionPolicy,
  ResourceState,
} from '@atrium/plugin-provisioning-common';
import type { Observation } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { MessageText } from './messageText';

/** What a resource is to be. */
export type DesiredPresence = 'present' | 'suspended' | 'absent';

/** What was last seen at the provider. */
export type StoredObservation = Observation;

/** What was removed, and that it is gone. */
export interface DeletionProof {
  removed: string[];
  /** What each of what was removed is called, and what `snapshot` is made of. */
  messages?: FieldMessages;
  checkedAbsentAt: string;
  deletedBy?: string;
  snapshot?: string;
}

/** For how long a resource is lent. */
export interface StoredLease {
  /** From ready on. */
  days: number;
  /** Absent until it is ready for the first time. */
  endsAt?: string;
  defaultDays: number;
  maximumDays: number;
  graceDays: number;
}

/** A resource as it is kept. */
export interface StoredResource {
  id: string;
  type: string;
  class: string;
  name: string;
  providerName: string;
  sharedId?: string;
  environment: string;
  environmentType: string;
  ownerRef: string;
  /** The component it was asked for, or its owner: names are unique in it. */
  scopeRef: string;
  /** Components that depend on it. */
  entityRefs: string[];
  definition: string;
  driver: string;
  plan: string;
  inputs: JsonObject;
  parameters: JsonObject;
  fingerprint: string;
  monthlyPrice?: Money;
  deletion: DeletionPolicy;
  state: ResourceState;
  stateReason?: string;
  stateSince: string;
  desired: DesiredPresence;
  /** Counts up with each write. */
  version: number;
  credentialGeneration: number;
  lease?: StoredLease;
  /**
   * When it is removed unless its lease is extended; absent where the lease is over
   * and access was not taken away yet.
   */
  graceEndsAt?: string;
  observed?: StoredObservation;
  observedAt?: string;
  hasDrift: boolean;
  evidence?: string;
  /** What `stateReason` and `evidence` are made of, as far as that is known. */
  messages?: FieldMessages;
  proof?: DeletionProof;
  deletedBy?: string;
  createdAt: string;
  updatedAt: string;
}

/** What a new resource needs; the rest begins as it does for each. */
export type NewResource = Omit<
  StoredResource,
  | 'stateSince'
  | 'desired'
  | 'version'
  | 'credentialGeneration'
  | 'graceEndsAt'
  | 'observed'
  | 'observedAt'
  | 'hasDrift'
  | 'evidence'
  | 'messages'
  | 'proof'
  | 'deletedBy'
  | 'createdAt'
  | 'updatedAt'
>;

/** What a plan decides of a resource. */
export type PlannedFields = Pick<
  NewResource,
  | 'environmentType'
  | 'ownerRef'
  | 'scopeRef'
  | 'definition'
  | 'driver'
  | 'plan'
  | 'inputs'
  | 'parameters'
  | 'fingerprint'
  | 'monthlyPrice'
  | 'lease'
  | 'deletion'
>;

/** What may change of a resource. `undefined` leaves a field, `null` empties it. */
export interface ResourceChanges
  extends Partial<Omit<PlannedFields, 'monthlyPrice' | 'lease'>> {
  monthlyPrice?: Money | null;
  /** For how long it is lent; when that ends is `leaseEndsAt`. */
  lease?: StoredLease | null;
  desired?: DesiredPresence;
  credentialGeneration?: number;
  leaseEndsAt?: string | null;
  observed?: StoredObservation | null;
  observedAt?: string;
  hasDrift?: boolean;
  evidence?: MessageText | null;
  proof?: DeletionProof;
  deletedBy?: string | null;
}
