import type { ResourceState } from '../life/resourceState';

/** The topic of events that say that a resource went on to another state. */
export const RESOURCE_EVENT_TOPIC = 'provisioning.resource';

/** The payload of such an event. */
export interface ResourceEvent {
  id: string;
  catalogRef: string;
  state: ResourceState;
}
