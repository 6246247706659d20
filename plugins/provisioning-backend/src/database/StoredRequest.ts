import type { FieldMessages } from '@atrium/common';
import type {
  Preview,
  RequestKind,
  RequestState,
} from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';

/** A request as it is kept. */
export interface StoredRequest {
  id: string;
  resourceId: string;
  kind: RequestKind;
  state: RequestState;
  stateReason?: string;
  /** What `stateReason` is made of; absent where a person wrote it. */
  messages?: FieldMessages;
  requesterRef: string;
  reason?: string;
  /** As the requester said it. */
  input: JsonObject;
  /** As it is applied to the resource, once approved. */
  change: JsonObject;
  preview: Preview;
  planHash: string;
  approverRefs: string[];
  approvalReasons: string[];
  decidedBy?: string;
  decidedAt?: string;
  createdAt: string;
  updatedAt: string;
}

/** What a new request needs. */
export type NewRequest = Omit<
  StoredRequest,
  | 'stateReason'
  | 'messages'
  | 'decidedBy'
  | 'decidedAt'
  | 'createdAt'
  | 'updatedAt'
>;
