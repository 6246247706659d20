import type {
  RequestKind,
  RequestState,
  ResourceState,
} from '@atrium/plugin-provisioning-common';
import type { Status } from '@atrium/ui';

/** How a state is called, and how it is marked; what is over has no mark. */
export interface StateWords {
  label: string;
  status?: Status;
}

/** How people call the states of a resource. */
export const RESOURCE_STATE_WORDS: Record<ResourceState, StateWords> = {
  requested: { label: 'Requested', status: 'running' },
  'awaiting-approval': { label: 'Awaiting approval', status: 'warning' },
  approved: { label: 'Approved', status: 'running' },
  creating: { label: 'Being created', status: 'running' },
  ready: { label: 'Ready', status: 'good' },
  updating: { label: 'Being changed', status: 'running' },
  rotating: { label: 'Rotating credentials', status: 'running' },
  expiring: { label: 'Lease over', status: 'warning' },
  deleting: { label: 'Being deleted', status: 'running' },
  deleted: { label: 'Deleted' },
  withdrawn: { label: 'Withdrawn' },
  failed: { label: 'Failed', status: 'bad' },
  'needs-attention': { label: 'Needs attention', status: 'bad' },
};

/** How people call the states of a request. */
export const REQUEST_STATE_WORDS: Record<RequestState, StateWords> = {
  'awaiting-approval': { label: 'Awaiting approval', status: 'warning' },
  approved: { label: 'Approved', status: 'running' },
  running: { label: 'In progress', status: 'running' },
  done: { label: 'Done', status: 'good' },
  failed: { label: 'Failed', status: 'bad' },
  'needs-attention': { label: 'Needs attention', status: 'bad' },
  rejected: { label: 'Rejected' },
  cancelled: { label: 'Cancelled' },
};

/** What a request is for, before the name of the resource. */
export const REQUEST_KIND_WORDS: Record<RequestKind, string> = {
  create: 'Create',
  share: 'Share',
  update: 'Change',
  rotate: 'Rotate credentials of',
  extend: 'Extend the lease of',
  delete: 'Delete',
};
