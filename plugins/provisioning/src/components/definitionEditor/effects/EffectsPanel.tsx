import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import type {
  AffectedResource,
  DefinitionEffects,
  Definitions,
} from '@atrium/plugin-provisioning-common';
import { QueryState, readField, textStyles, type ViewQuery } from '@atrium/ui';
import { t } from '../../../translation';
import {
  documentWords,
  fieldWords,
  matchChangeWords,
} from '../../../words/effectWords';
import { ResourceLink } from '../../shared/ResourceLink';
import styles from './EffectsPanel.module.css';

/** Props of {@link EffectsPanel}. */
export interface EffectsPanelProps {
  effects: ViewQuery<DefinitionEffects>;
  definitions: Definitions;
  /** Whether that is about what is written now. */
  isCurrent: boolean;
}

/** What a change of definitions would mean for requests and resources. */
export function EffectsPanel(props: EffectsPanelProps) {
  const { effects, definitions, isCurrent } = props;
  return (
    <section
      aria-label={t('effectsPanel.whatTheChangeDoes')}
      aria-busy={!isCurrent}
      className={styles.panel}
      data-stale={!isCurrent || undefined}
    >
      <h3 className={textStyles.title}>
        {t('effectsPanel.whatTheChangeDoes')}
      </h3>
      <QueryState
        query={effects}
        loading={<Skeleton width="100%" height={80} />}
      >
        {data => <Effects effects={data} definitions={definitions} />}
      </QueryState>
    </section>
  );
}

function Effects(props: {
  effects: DefinitionEffects;
  definitions: Definitions;
}) {
  const { effects, definitions } = props;
  const { changes, matches, resources, resourceCount, quotas } = effects;
  const { blocked, blockedCount } = effects;
  if (changes.length === 0) {
    return (
      <p className={textStyles.muted}>{t('effectsPanel.nothingChangesYet')}</p>
    );
  }
  return (
    <>
      {changes.map(change => (
        <div key={`${change.kind} ${change.name}`}>
          <p className={textStyles.text}>{documentWords(change)}</p>
          {change.fields.length > 0 && (
            <ul className={styles.list}>
              {change.fields.map(field => (
                <li key={field.path}>
                  <code className={textStyles.mono}>{field.path}</code>{' '}
                  {fieldWords(field)}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <h4 className={styles.heading}>{t('effectsPanel.requests')}</h4>
      {matches.length === 0 ? (
        <p className={textStyles.muted}>
          {t('effectsPanel.eachIsServedByThe')}
        </p>
      ) : (
        <ul
          className={styles.list}
          aria-label={t('effectsPanel.requestsThatMatchOtherwise')}
        >
          {matches.map(match => {
            const words = matchChangeWords(match, definitions);
            return <li key={words}>{words}</li>;
          })}
        </ul>
      )}
      <h4 className={styles.heading}>{t('effectsPanel.liveResources')}</h4>
      <p className={textStyles.muted}>{t('effectsPanel.whatIsThereStaysAs')}</p>
      {blocked.length > 0 && (
        <>
          <p className={textStyles.text}>
            {t('effectsPanel.blocked', { count: blockedCount })}
          </p>
          <ul
            className={styles.list}
            aria-label={t('effectsPanel.liveResourcesBlocked')}
          >
            <AffectedItems resources={blocked} totalCount={blockedCount} />
          </ul>
        </>
      )}
      {(resources.length > 0 || quotas.length > 0) && (
        <ul
          className={styles.list}
          aria-label={t('effectsPanel.liveResourcesAffected')}
        >
          {quotas.map(({ definition, ownerRef, used, limit }) => (
            <li key={`${definition} ${ownerRef}`}>
              {t('effectsPanel.hasOfByAndGets', {
                link: <EntityRefLink entityRef={ownerRef} hideIcon />,
                used,
                limit,
                definition,
              })}
            </li>
          ))}
          <AffectedItems resources={resources} totalCount={resourceCount} />
        </ul>
      )}
    </>
  );
}

function AffectedItems(props: {
  resources: AffectedResource[];
  totalCount: number;
}) {
  const { resources, totalCount } = props;
  return (
    <>
      {resources.map(resource => (
        <li key={`${resource.id} ${resource.effect}`}>
          {t('effectsPanel.in', {
            resourceLink: <ResourceLink resource={resource} />,
            owner: <EntityRefLink entityRef={resource.ownerRef} hideIcon />,
            environment: resource.environment,
            effect: readField(resource, 'effect'),
          })}
        </li>
      ))}
      {totalCount > resources.length && (
        <li>
          {t('effectsPanel.andMore', {
            resourceCount: totalCount - resources.length,
          })}
        </li>
      )}
    </>
  );
}
