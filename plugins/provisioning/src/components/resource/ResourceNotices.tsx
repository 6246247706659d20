import { Alert, Button } from '@backstage/ui';
import {
  MOVING_STATES,
  type ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import { errorMessage, formatDate, textStyles } from '@atrium/ui';
import { useDecideResource } from '../../hooks/useResources';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import styles from './resource.module.css';

/** What a person should know or decide before anything else. */
export function ResourceNotices({ resource }: { resource: ResourceDetails }) {
  const { state, stateReason, isSuspended, lease, drift, timeline } = resource;
  const isMoving = MOVING_STATES.some(moving => moving === state);
  return (
    <>
      {(state === 'needs-attention' || state === 'failed') && (
        <Decision resource={resource} />
      )}
      {isSuspended && (
        <Alert
          status="warning"
          icon
          title="Nobody can connect to it any more"
          description={`${stateReason ?? 'Its lease is over.'}${
            lease
              ? ` Its data is kept until ${formatDate(lease.removedAt)}.`
              : ''
          }`}
        />
      )}
      {isMoving && !isSuspended && (
        <Alert
          role="status"
          status="info"
          isPending
          title={timeline.at(-1)?.title ?? RESOURCE_STATE_WORDS[state].label}
          description={timeline.at(-1)?.detail}
        />
      )}
      {drift.differences.length > 0 && (
        <Alert
          status="warning"
          icon
          title="It has drifted"
          description={
            <>
              <ul className={styles.differences}>
                {drift.differences.map(difference => (
                  <li key={difference}>{difference}</li>
                ))}
              </ul>
              Nothing is put right by itself: the change may be what keeps it
              running.
            </>
          }
        />
      )}
    </>
  );
}

function Decision({ resource }: { resource: ResourceDetails }) {
  const { id, name, state, stateReason, evidence, allowed } = resource;
  const decide = useDecideResource(id);
  const mayDecide = allowed.includes('adopt') || allowed.includes('abandon');
  return (
    <Alert
      status="danger"
      icon
      title={
        state === 'failed'
          ? 'It could not be done'
          : 'Nobody knows what the last step came to'
      }
      description={
        <>
          {stateReason && <p className={textStyles.text}>{stateReason}</p>}
          {evidence && <pre className={styles.evidence}>{evidence}</pre>}
          {state === 'needs-attention' && (
            <p className={textStyles.text}>
              {mayDecide
                ? `Look at the provider. Adopt ${name} if it is there and in order; abandon it if not, and the portal forgets it.`
                : 'Your platform team has to look at the provider and decide.'}
            </p>
          )}
          {decide.error && (
            <p role="alert" className={textStyles.bad}>
              Nothing was changed: {errorMessage(decide.error)}
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
              Retry
            </Button>
          )}
          {allowed.includes('adopt') && (
            <Button
              variant="primary"
              size="small"
              isPending={decide.isPending}
              onPress={() => decide.mutate('adopt')}
            >
              Adopt
            </Button>
          )}
          {allowed.includes('abandon') && (
            <Button
              variant="secondary"
              size="small"
              isPending={decide.isPending}
              onPress={() => decide.mutate('abandon')}
            >
              Abandon
            </Button>
          )}
        </div>
      }
    />
  );
}
