import { z } from 'zod';

/** Where a resource is in its life. */
export const resourceStateSchema = z
  .enum([
    'requested',
    'awaiting-approval',
    'approved',
    'creating',
    'ready',
    'updating',
    'rotating',
    'expiring',
    'deleting',
    'deleted',
    'withdrawn',
    'failed',
    'needs-attention',
  ])
  .describe(
    'expiring: its lease is over; nobody gets in, and its data is kept until the grace period ends. withdrawn: rejected or cancelled before anything was made. needs-attention: nobody can say what a change came to; a person has to decide.',
  );

/** Where a resource is in its life. */
export type ResourceState = z.infer<typeof resourceStateSchema>;

/** Which states may follow a state. */
const NEXT_STATES: Record<ResourceState, readonly ResourceState[]> = {
  requested: ['awaiting-approval', 'approved', 'withdrawn'],
  'awaiting-approval': ['approved', 'withdrawn'],
  approved: ['creating', 'awaiting-approval', 'withdrawn'],
  creating: ['ready', 'failed', 'needs-attention', 'deleting'],
  ready: ['updating', 'rotating', 'expiring', 'deleting'],
  updating: ['ready', 'failed', 'needs-attention', 'deleting'],
  rotating: ['ready', 'failed', 'needs-attention', 'deleting'],
  expiring: ['ready', 'deleting', 'failed', 'needs-attention'],
  deleting: ['deleted', 'failed', 'needs-attention'],
  deleted: [],
  withdrawn: [],
  // Somebody tries again, or gives it up.
  failed: ['creating', 'updating', 'rotating', 'expiring', 'deleting'],
  // Adopted or abandoned.
  'needs-attention': ['ready', 'expiring', 'deleting', 'deleted'],
};

/** Whether a resource may go from one state to another. */
export function canMove(from: ResourceState, to: ResourceState): boolean {
  return NEXT_STATES[from].includes(to);
}

/** Whether nothing follows: the resource is not there any more, or never was. */
export function isOver(state: ResourceState): boolean {
  return NEXT_STATES[state].length === 0;
}

/** Whether it counts for the quota of its owner: it is there, or may become so. */
export function isLive(state: ResourceState): boolean {
  return !isOver(state);
}

/** Whether the provider has made it, so that it costs something. */
export function isMade(state: ResourceState): boolean {
  return (
    isLive(state) &&
    !['requested', 'awaiting-approval', 'approved', 'creating'].includes(state)
  );
}

/** States in which the portal works on it by itself. */
export const MOVING_STATES = [
  'approved',
  'creating',
  'updating',
  'rotating',
  'expiring',
  'deleting',
] as const satisfies ResourceState[];
