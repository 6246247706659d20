import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink } from '@backstage/ui';
import {
  MOVING_STATES,
  type ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import {
  errorMessage,
  formatDate,
  readField,
  readList,
  textStyles,
} from '@atrium/ui';
import { useDecideResource } from '../../hooks/useResources';
import { requestRouteRef } from '../../routes';
import { t } from '../../translation';
import { daysUntil } from '../../words/leaseWords';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import styles from './resource.module.css';

/** What a person should know or decide before anything else. */
export function ResourceNotices({ resource }: { resource: ResourceDetails }) {
  const { state, isSuspended, lease, drift, timeline } = resource;
  const stateReason = readField(resource, 'stateReason');
  const latest = timeline.at(-1);
  const isMoving = MOVING_STATES.some(moving => moving === state);
  return (
    <>
      {(state === 'needs-attention' || state === 'failed') && (
        <Decision resource={resource} />
      )}
      {state === 'awaiting-approval' && <Waiting resource={resource} />}
      {isSuspended && (
        <Alert
          status="warning"
          icon
          title={t('resourceNotices.nobodyCanConnectToIt')}
          description={
            lease && daysUntil(lease.endsAt, new Date()) <= 0
              ? [
                  stateReason ?? t('resourceNotices.itsLeaseIsOver'),
                  lease.removedAt &&
                    t('resourceNotices.itsDataIsKeptUntil', {
                      removedAt: formatDate(lease.removedAt),
                    }),
                ]
                  .filter(Boolean)
                  .join(' ')
              : stateReason ?? t('resourceNotices.itIsClosedAtTheProvider')
          }
        />
      )}
      {isMoving && !isSuspended && (
        <Alert
          role="status"
          status="info"
          isPending
          title={
            (latest && readField(latest, 'title')) ??
            RESOURCE_STATE_WORDS[state].label
          }
          description={latest && readField(latest, 'detail')}
        />
      )}
      {drift.differences.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('resourceNotices.itHasDrifted')}
          description={
            <>
              <ul className={styles.differences}>
                {readList(drift, 'differences').map(difference => (
                  <li key={difference}>{difference}</li>
                ))}
              </ul>
              {t('resourceNotices.nothingIsPutRightBy')}
            </>
          }
        />
      )}
    </>
  );
}

/** Says where the request is, whose page knows who decides. */
function Waiting({ resource }: { resource: ResourceDetails }) {
  const requestLink = useRouteRef(requestRouteRef);
  const requestId = resource.timeline.findLast(
    entry => entry.requestId,
  )?.requestId;
  return (
    <Alert
      status="warning"
      icon
      title={t('resourceNotices.waitingForApproval')}
      description={t('resourceNotices.itIsCreatedOnceApproved')}
      customActions={
        requestLink &&
        requestId && (
          <ButtonLink
            variant="secondary"
            size="small"
            href={requestLink({ requestId })}
          >
            {t('resourceNotices.openTheRequest')}
          </ButtonLink>
        )
      }
    />
  );
}

function Decision({ resource }: { resource: ResourceDetails }) {
  const { id, name, state, allowed } = resource;
  const stateReason = readField(resource, 'stateReason');
  const evidence = readField(resource, 'evidence');
  const decide = useDecideResource(id);
  const mayDecide = allowed.includes('adopt') || allowed.includes('abandon');
  return (
    <Alert
      status="danger"
      icon
      title={
        state === 'failed'
          ? t('resourceNotices.itCouldNotBeDone')
          : t('resourceNotices.nobodyKnowsWhatTheLast')
      }
      description={
        <>
          {stateReason && <p className={textStyles.text}>{stateReason}</p>}
          {evidence && <pre className={styles.evidence}>{evidence}</pre>}
          {state === 'needs-attention' && (
            <p className={textStyles.text}>
              {mayDecide
                ? t('resourceNotices.lookAtTheProviderAdopt', { name })
                : t('resourceNotices.yourPlatformTeamHasTo')}
            </p>
          )}
          {decide.error && (
            <p role="alert" className={textStyles.bad}>
              {t('resourceNotices.nothingWasChanged', {
                error: errorMessage(decide.error),
              })}
            </p>
          )}
        </>
      }
      customActions={
        <div className={textStyles.line}>
          {allowed.includes('retry') && (
            <Button
              variant="primary"
              size="small"
              isPending={decide.isPending}
              onPress={() => decide.mutate('retry')}
            >
              {t('resourceNotices.retry')}
            </Button>
          )}
          {allowed.includes('adopt') && (
            <Button
              variant="primary"
              size="small"
              isPending={decide.isPending}
              onPress={() => decide.mutate('adopt')}
            >
              {t('resourceNotices.adopt')}
            </Button>
          )}
          {allowed.includes('abandon') && (
            <Button
              variant="secondary"
              size="small"
              isPending={decide.isPending}
              onPress={() => decide.mutate('abandon')}
            >
              {t('resourceNotices.abandon')}
            </Button>
          )}
        </div>
      }
    />
  );
}
