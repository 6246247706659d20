import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import {
  isLive,
  type RequestDetails,
} from '@atrium/plugin-provisioning-common';
import { resourceRouteRef } from '../../routes';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import { Approvers } from '../shared/Approvers';

/** How far a request is in a sentence, and what to do next. */
export function RequestProgress({ request }: { request: RequestDetails }) {
  const { state, stateReason, timeline, resource } = request;
  const href = useRouteRef(resourceRouteRef)?.({ resourceId: resource.id });
  const openResource = href && resource.state !== 'withdrawn' && (
    <ButtonLink variant="secondary" size="small" href={href}>
      Open the resource
    </ButtonLink>
  );
  switch (state) {
    case 'awaiting-approval':
      return (
        <Alert
          status="warning"
          icon
          title="Waiting for approval"
          description={
            <>
              <Approvers refs={request.approverRefs} /> can approve this.
              {request.approvalReasons.map(reason => (
                <div key={reason}>{reason}</div>
              ))}
            </>
          }
        />
      );
    case 'approved':
    case 'running':
      return (
        <Alert
          role="status"
          status="info"
          isPending
          title={timeline.at(-1)?.title ?? 'Approved; work begins in a moment'}
          description={timeline.at(-1)?.detail}
          customActions={openResource}
        />
      );
    case 'done':
      return (
        <Alert
          status="success"
          icon
          title={
            resource.state === 'deleted'
              ? `${resource.name} is deleted`
              : `${resource.name} is ready`
          }
          description={stateReason}
          customActions={openResource}
        />
      );
    case 'failed':
    case 'needs-attention':
      return (
        <Alert
          status="danger"
          icon
          title={
            state === 'failed'
              ? 'It could not be done'
              : 'A person has to decide how to go on'
          }
          description={
            <>
              {stateReason ?? resource.stateReason}
              {isTriedAgain(request) && (
                <div>
                  Somebody tried again since. {resource.name} is now:{' '}
                  {RESOURCE_STATE_WORDS[resource.state].label}.
                </div>
              )}
            </>
          }
          customActions={openResource}
        />
      );
    case 'rejected':
    case 'cancelled':
      return (
        <Alert
          status="info"
          icon
          title={
            state === 'rejected'
              ? 'The request was rejected'
              : 'It was cancelled'
          }
          description={stateReason}
        />
      );
    default:
      return state satisfies never;
  }
}

/** A resource that failed goes on by itself no more: somebody had it tried again. */
function isTriedAgain({ state, resource }: RequestDetails): boolean {
  return (
    state === 'failed' && isLive(resource.state) && resource.state !== 'failed'
  );
}
