import { useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import type {
  Preview,
  RequestDetails,
} from '@atrium/plugin-provisioning-common';
import { errorMessage, statusOf, textStyles } from '@atrium/ui';
import { useApproveRequest } from '../../hooks/useRequests';
import { t } from '../../translation';
import { comparePreviews } from '../../words/comparePreviews';
import { DeclineDialog } from './DeclineDialog';

const CONFLICT = 409;

/** Props of {@link DecisionBar}. */
export interface DecisionBarProps {
  request: RequestDetails;
  /** Reads the request anew, since it is not what the approver has seen. */
  onOutdated(): void;
}

/** What the reader may do with a request that is not decided yet. */
export function DecisionBar({ request, onOutdated }: DecisionBarProps) {
  const { id, allowed, planHash, preview } = request;
  const [declining, setDeclining] = useState<'reject' | 'cancel'>();
  const [seen, setSeen] = useState<Preview>();
  const approve = useApproveRequest(id);
  if (allowed.length === 0) {
    return null;
  }
  const isOutdated = statusOf(approve.error) === CONFLICT;
  return (
    <>
      {approve.error && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={
            isOutdated
              ? t('decisionBar.thePlanHasChangedSince')
              : t('decisionBar.itWasNotApproved')
          }
          description={
            isOutdated ? (
              <Differences before={seen} after={preview} />
            ) : (
              errorMessage(approve.error)
            )
          }
        />
      )}
      <div className={textStyles.line}>
        {allowed.includes('approve') && (
          <Button
            variant="primary"
            isPending={approve.isPending}
            onPress={() => {
              setSeen(preview);
              approve.mutate({ planHash }, { onError: onOutdated });
            }}
          >
            {isOutdated
              ? t('decisionBar.approveTheNewPlan')
              : t('decisionBar.approve')}
          </Button>
        )}
        {allowed.includes('reject') && (
          <Button variant="secondary" onPress={() => setDeclining('reject')}>
            {t('decisionBar.reject')}
          </Button>
        )}
        {allowed.includes('cancel') && (
          <Button variant="secondary" onPress={() => setDeclining('cancel')}>
            {t('decisionBar.cancelTheRequest')}
          </Button>
        )}
      </div>
      {declining && (
        <DeclineDialog
          request={request}
          kind={declining}
          onClose={() => setDeclining(undefined)}
        />
      )}
    </>
  );
}

function Differences(props: { before?: Preview; after: Preview }) {
  const { before, after } = props;
  const differences = before ? comparePreviews(before, after) : [];
  return (
    <>
      {t('decisionBar.nothingWasApproved')}
      {differences.map(({ term, before: was, after: is }) => (
        <div key={term}>{t('decisionBar.isNow', { term, was, is })}</div>
      ))}
    </>
  );
}
