import { useState } from 'react';
import type { UseQueryOptions } from '@tanstack/react-query';
import type {
  CreateRequest,
  RequestDetails,
  RequestQuery,
  RequestState,
} from '@atrium/plugin-provisioning-common';
import { readAllPages } from '@atrium/ui';
import type { Approval } from '../api/ProvisioningApi';
import { createIdempotencyKey } from '../form/createIdempotencyKey';
import {
  useProvisioningMutation,
  useProvisioningQuery,
} from './provisioningHooks';

/** How many requests a page lists; older ones are found by a filter. */
const MAX_REQUESTS = 400;

/** How often one asks while steps are taken, should no signal arrive. */
const STEP_MS = 4_000;

const MOVING: readonly RequestState[] = ['approved', 'running'];

/** Requests, the newest first. */
export const useRequests = (query: RequestQuery) =>
  useProvisioningQuery(['requests', query], (api, context) =>
    readAllPages(
      page => api.listRequests({ ...query, ...page }, context),
      MAX_REQUESTS,
    ),
  );

/** The requests that the signed-in person may decide now. */
export const useAwaitingMe = () =>
  useRequests({ awaitsMe: 'true', state: 'awaiting-approval' });

const refetchInterval: UseQueryOptions<RequestDetails>['refetchInterval'] = ({
  state: { data },
}) => (data && MOVING.includes(data.state) ? STEP_MS : 60_000);

/** One request with its time line. */
export const useRequest = (id: string) =>
  useProvisioningQuery(['request', id], api => api.getRequest(id), {
    refetchInterval,
    placeholderData: undefined,
  });

/**
 * Asks for a resource. The same input sent again is the same request, which is
 * made once, even where the first answer was lost; another input is another one.
 */
export function useCreateRequest() {
  const [keys] = useState(() => new Map<string, string>());
  return useProvisioningMutation((api, input: CreateRequest) => {
    const body = JSON.stringify(input);
    const key = keys.get(body) ?? createIdempotencyKey();
    keys.set(body, key);
    return api.createRequest(input, key);
  });
}

/** Agrees to what the approver has seen. */
export const useApproveRequest = (id: string) =>
  useProvisioningMutation((api, approval: Approval) =>
    api.approveRequest(id, approval),
  );

/** Takes a request back, or refuses it, with the reason. */
export const useDeclineRequest = (id: string, kind: 'reject' | 'cancel') =>
  useProvisioningMutation((api, reason: string) =>
    kind === 'reject'
      ? api.rejectRequest(id, reason)
      : api.cancelRequest(id, reason),
  );
