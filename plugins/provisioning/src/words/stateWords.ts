import type {
  RequestKind,
  RequestState,
  ResourceState,
} from '@atrium/plugin-provisioning-common';
import type { Status } from '@atrium/ui';
import { t } from '../translation';

/** How a state is called, and how it is marked; what is over has no mark. */
export interface StateWords {
  label: string;
  status?: Status;
}

/** How people call the states of a resource. */
export const RESOURCE_STATE_WORDS: Record<ResourceState, StateWords> = {
  requested: {
    get label() {
      return t('stateWords.requested');
    },
    status: 'running',
  },
  'awaiting-approval': {
    get label() {
      return t('stateWords.awaitingApproval');
    },
    status: 'warning',
  },
  approved: {
    get label() {
      return t('stateWords.approved');
    },
    status: 'running',
  },
  creating: {
    get label() {
      return t('stateWords.beingCreated');
    },
    status: 'running',
  },
  ready: {
    get label() {
      return t('stateWords.ready');
    },
    status: 'good',
  },
  updating: {
    get label() {
      return t('stateWords.beingChanged');
    },
    status: 'running',
  },
  rotating: {
    get label() {
      return t('stateWords.rotatingCredentials');
    },
    status: 'running',
  },
  expiring: {
    get label() {
      return t('stateWords.leaseOver');
    },
    status: 'warning',
  },
  deleting: {
    get label() {
      return t('stateWords.beingDeleted');
    },
    status: 'running',
  },
  deleted: {
    get label() {
      return t('stateWords.deleted');
    },
  },
  withdrawn: {
    get label() {
      return t('stateWords.withdrawn');
    },
  },
  failed: {
    get label() {
      return t('stateWords.failed');
    },
    status: 'bad',
  },
  'needs-attention': {
    get label() {
      return t('stateWords.needsAttention');
    },
    status: 'bad',
  },
};

/** How people call the states of a request. */
export const REQUEST_STATE_WORDS: Record<RequestState, StateWords> = {
  'awaiting-approval': {
    get label() {
      return t('stateWords.awaitingApproval');
    },
    status: 'warning',
  },
  approved: {
    get label() {
      return t('stateWords.approved');
    },
    status: 'running',
  },
  running: {
    get label() {
      return t('stateWords.inProgress');
    },
    status: 'running',
  },
  done: {
    get label() {
      return t('stateWords.done');
    },
    status: 'good',
  },
  failed: {
    get label() {
      return t('stateWords.failed');
    },
    status: 'bad',
  },
  'needs-attention': {
    get label() {
      return t('stateWords.needsAttention');
    },
    status: 'bad',
  },
  rejected: {
    get label() {
      return t('stateWords.rejected');
    },
  },
  cancelled: {
    get label() {
      return t('stateWords.cancelled');
    },
  },
};

/** What a request is for: `Change orders-db`. */
export function requestWords(kind: RequestKind, name: string): string {
  return t(`requestWords.${kind}`, { name });
}
