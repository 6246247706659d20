import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { readField } from '@atrium/ui';
import {
  approvalReasonsOf,
  isLive,
  type RequestDetails,
} from '@atrium/plugin-provisioning-common';
import { newRequestRouteRef, resourceRouteRef } from '../../routes';
import { t } from '../../translation';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import { Approvers } from '../shared/Approvers';

/** How far a request is in a sentence, and what to do next. */
export function RequestProgress({ request }: { request: RequestDetails }) {
  const { state, timeline, resource } = request;
  const stateReason = readField(request, 'stateReason');
  const latest = timeline.at(-1);
  const href = useRouteRef(resourceRouteRef)?.({ resourceId: resource.id });
  const openResource = href && resource.state !== 'withdrawn' && (
    <ButtonLink variant="secondary" size="small" href={href}>
      {t('requestProgress.openTheResource')}
    </ButtonLink>
  );
  switch (state) {
    case 'awaiting-approval':
      return (
        <Alert
          status="warning"
          icon
          title={t('requestProgress.waitingForApproval')}
          description={
            <>
              {t('requestProgress.canApproveThis', {
                approvers: <Approvers refs={request.approverRefs} />,
              })}
              {approvalReasonsOf(request).map(reason => (
                <div key={reason.message}>{readField(reason, 'message')}</div>
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
          title={
            latest
              ? readField(latest, 'title')
              : t('requestProgress.approvedWorkBeginsInA')
          }
          description={latest && readField(latest, 'detail')}
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
              ? t('requestProgress.isDeleted', { name: resource.name })
              : t('requestProgress.isReady', { name: resource.name })
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
              ? t('requestProgress.itCouldNotBeDone')
              : t('requestProgress.aPersonHasToDecide')
          }
          description={
            <>
              {stateReason ?? readField(resource, 'stateReason')}
              {isTriedAgain(request) && (
                <div>
                  {t('requestProgress.somebodyTriedAgainSinceIs', {
                    name: resource.name,
                    label: RESOURCE_STATE_WORDS[resource.state].label,
                  })}
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
              ? t('requestProgress.theRequestWasRejected')
              : t('requestProgress.itWasCancelled')
          }
          description={stateReason}
          customActions={
            request.kind === 'create' && <AskAgain request={request} />
          }
        />
      );
    default:
      return state satisfies never;
  }
}

/** Leads to the form with what was asked for, to be changed. */
function AskAgain({ request }: { request: RequestDetails }) {
  const { type, environment, entityRefs, ownerRef } = request.resource;
  const form = useRouteRef(newRequestRouteRef)?.();
  const answers = new URLSearchParams({
    type,
    environment,
    for: entityRefs[0] ?? ownerRef,
  });
  return form ? (
    <ButtonLink variant="secondary" size="small" href={`${form}?${answers}`}>
      {t('requestProgress.requestSomethingElse')}
    </ButtonLink>
  ) : null;
}

/** A resource that failed goes on by itself no more: somebody had it tried again. */
function isTriedAgain({ state, resource }: RequestDetails): boolean {
  return (
    state === 'failed' && isLive(resource.state) && resource.state !== 'failed'
  );
}
