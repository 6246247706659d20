import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  BackLink,
  QueryState,
  readList,
  RelativeTime,
  Section,
  textStyles,
  useDocumentTitle,
  ViewSkeleton,
} from '@atrium/ui';
import { useRequest } from '../../hooks/useRequests';
import { requestsRouteRef } from '../../routes';
import { t } from '../../translation';
import { priceWords } from '../../words/priceWords';
import { REQUEST_STATE_WORDS, requestWords } from '../../words/stateWords';
import { ChangeList } from '../shared/ChangeList';
import { LoserList } from '../shared/LoserList';
import { Placement } from '../shared/Placement';
import { PreviewFacts } from '../shared/PreviewFacts';
import { StateBadge } from '../shared/StateBadge';
import { Timeline } from '../shared/Timeline';
import { DecisionBar, type DecisionBarProps } from './DecisionBar';
import { RequestProgress } from './RequestProgress';
import styles from './RequestPage.module.css';

/** One request: what was asked for, who has to agree, and how far it is. */
export function RequestPage() {
  const { requestId = '' } = useParams();
  const listLink = useRouteRef(requestsRouteRef);
  const query = useRequest(requestId);
  return (
    <>
      {listLink && (
        <BackLink href={listLink()}>{t('requestPage.allRequests')}</BackLink>
      )}
      <QueryState query={query} loading={<ViewSkeleton height={320} />}>
        {request => (
          <Details
            key={request.id}
            request={request}
            onOutdated={() => void query.refetch()}
          />
        )}
      </QueryState>
    </>
  );
}

function Details({ request, onOutdated }: DecisionBarProps) {
  const { kind, state, resource, preview, requesterRef, reason } = request;
  useDocumentTitle('part', requestWords(kind, resource.name));
  return (
    <>
      <header className={styles.header}>
        <div className={textStyles.line}>
          <h2 className={styles.title}>{requestWords(kind, resource.name)}</h2>
          <StateBadge words={REQUEST_STATE_WORDS[state]} />
        </div>
        <p className={textStyles.muted}>
          <Placement resource={resource} />
          {' · '}
          {t('requestPage.requestedBy', {
            requester: <EntityRefLink entityRef={requesterRef} hideIcon />,
            createdAt: <RelativeTime instant={request.createdAt} />,
          })}
        </p>
        {reason && <blockquote className={styles.reason}>{reason}</blockquote>}
        <RequestProgress request={request} />
        <DecisionBar request={request} onOutdated={onOutdated} />
      </header>
      <div className={styles.columns}>
        <Section title={t('requestPage.whatHappened')}>
          <Timeline
            label={t('requestPage.whatHappened')}
            entries={request.timeline}
          />
        </Section>
        <Section title={t('requestPage.whatWasAskedFor')}>
          <div className={styles.preview}>
            <p className={styles.price}>{priceWords(preview.monthlyPrice)}</p>
            <PreviewFacts preview={preview} />
            {preview.changes.length > 0 && (
              <ChangeList changes={readList(preview, 'changes')} />
            )}
            <LoserList losers={preview.losers} />
          </div>
        </Section>
      </div>
    </>
  );
}
