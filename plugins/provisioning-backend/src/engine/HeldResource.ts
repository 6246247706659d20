import type { ResourceDriver } from '@atrium/plugin-provisioning-node';
import { MOVING_STATES } from '@atrium/plugin-provisioning-common';
import type { ClaimedResource } from '../database/ClaimStore';

/** A resource as this worker has read it, and who makes it. */
export interface HeldResource extends ClaimedResource {
  /** Absent where this portal has no such driver any more. */
  driver?: ResourceDriver;
}

/** Whether the portal works on it by itself. */
export function isMoving({ resource }: HeldResource): boolean {
  return MOVING_STATES.some(state => state === resource.state);
}
