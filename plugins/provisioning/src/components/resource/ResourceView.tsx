import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import {
  EmptyState,
  QueryState,
  Section,
  textStyles,
  useDocumentTitle,
  ViewSkeleton,
} from '@atrium/ui';
import { useResource } from '../../hooks/useResources';
import { useTypes } from '../../hooks/useTypes';
import { t } from '../../translation';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import { Placement } from '../shared/Placement';
import { StateBadge } from '../shared/StateBadge';
import { Timeline } from '../shared/Timeline';
import { TypeIcon } from '../shared/TypeIcon';
import { ValueList } from '../shared/ValueList';
import { CredentialList } from './CredentialList';
import { DeletionProof } from './DeletionProof';
import { ResourceActions } from './ResourceActions';
import { ResourceFacts } from './ResourceFacts';
import { ResourceNotices } from './ResourceNotices';
import styles from './resource.module.css';

/** Props of {@link ResourceView}. */
export interface ResourceViewProps {
  id: string;
}

/** All that is known of a resource, and what the reader may do with it. */
export function ResourceView({ id }: ResourceViewProps) {
  return (
    <QueryState query={useResource(id)} loading={<ViewSkeleton height={400} />}>
      {resource => <Details key={resource.id} resource={resource} />}
    </QueryState>
  );
}

function Details({ resource }: { resource: ResourceDetails }) {
  const { name, type, state, outputs, credentials } = resource;
  const { proof, timeline } = resource;
  useDocumentTitle('part', name);
  const typeSummary = useTypes().get(type);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <TypeIcon icon={typeSummary?.icon} size={32} />
        <div className={styles.heading}>
          <div className={textStyles.line}>
            <h2 className={styles.title}>{name}</h2>
            <StateBadge words={RESOURCE_STATE_WORDS[state]} />
          </div>
          <p className={textStyles.muted}>
            <Placement resource={resource} />
          </p>
        </div>
        <ResourceActions resource={resource} />
      </header>
      <ResourceNotices resource={resource} />
      <ResourceFacts resource={resource} />
      {proof && <DeletionProof proof={proof} />}
      <div className={styles.columns}>
        {state !== 'deleted' && state !== 'withdrawn' && (
          <div className={styles.column}>
            <Section title={t('resourceView.connection')}>
              {Object.keys(outputs).length > 0 ? (
                <ValueList
                  label={t('resourceView.connection')}
                  values={outputs}
                  type={typeSummary}
                />
              ) : (
                <EmptyState
                  title={t('resourceView.notKnownYet')}
                  description={t('resourceView.itsAddressStandsHereOnce')}
                />
              )}
            </Section>
            {credentials.length > 0 && (
              <Section title={t('resourceView.credentials')}>
                <CredentialList resource={resource} />
              </Section>
            )}
          </div>
        )}
        <Section title={t('resourceView.history')}>
          <Timeline
            label={t('resourceView.history')}
            entries={timeline}
            isNewestFirst
          />
        </Section>
      </div>
    </div>
  );
}
