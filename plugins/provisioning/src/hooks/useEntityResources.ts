import {
  isLive,
  resourceStateSchema,
} from '@atrium/plugin-provisioning-common';
import { useRequests } from './useRequests';
import { useResources } from './useResources';

const THERE = resourceStateSchema.options.filter(isLive);

/** What an entity depends on, as far as provisioning looks after it. */
export const useEntityResources = (entityRef: string) =>
  useResources({ entityRef, state: THERE });

/** What was asked for an entity and waits for somebody to agree. */
export const useEntityApprovals = (entityRef: string) =>
  useRequests({ entityRef, state: 'awaiting-approval' });
