import type {
  RequestDetails,
  ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';

interface WaitOptions {
  provisioning: Pick<ProvisioningService, 'getRequest' | 'getResource'>;
  credentials: BackstageCredentials;
  timeoutMs: number;
  log(message: string): void;
  signal?: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Waits until a resource is ready, or will not become so, and says what happens.
 *
 * @returns with `isAwaitingApproval` where nobody has agreed within the time
 * @throws Error when it is being made and takes longer than that
 */
export async function waitForResource(
  requestId: string,
  options: WaitOptions,
): Promise<{ resource: ResourceDetails; isAwaitingApproval: boolean }> {
  const { provisioning, credentials, log, signal, timeoutMs } = options;
  const deadline = Date.now() + timeoutMs;
  let pauseMs = FIRST_PAUSE_MS;
  let said = 0;
  for (;;) {
    signal?.throwIfAborted();
    const request = await provisioning.getRequest(requestId, { credentials });
    for (const entry of request.timeline.slice(said)) {
      log(entry.detail ? `${entry.title}: ${entry.detail}` : entry.title);
    }
    if (said === 0 && request.state === 'awaiting-approval') {
      log(`It waits for ${request.approverRefs.join(' or ')}`);
    }
    said = request.timeline.length;
    const isLate = Date.now() >= deadline;
    const isAwaitingApproval = request.state === 'awaiting-approval';
    if (isSettled(request) || (isLate && isAwaitingApproval)) {
      const { id } = request.resource;
      return {
        resource: await provisioning.getResource(id, { credentials }),
        isAwaitingApproval,
      };
    }
    if (isLate) {
      const { name, state } = request.resource;
      throw new Error(
        `'${name}' is still ${state} after ${
          timeoutMs / 1_000
        } s. The portal goes on with it: its page shows when it is ready`,
      );
    }
    await sleep(
      Math.min(pauseMs, Math.max(0, deadline - Date.now())),
      undefined,
      {
        signal,
      },
    );
    pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
  }
}

/** A shared resource may still be made although its second request is done. */
function isSettled({ resource, state }: RequestDetails): boolean {
  switch (state) {
    case 'done':
      return !['awaiting-approval', 'approved', 'creating'].includes(
        resource.state,
      );
    case 'failed':
    case 'needs-attention':
    case 'rejected':
    case 'cancelled':
      return true;
    default:
      return false;
  }
}
