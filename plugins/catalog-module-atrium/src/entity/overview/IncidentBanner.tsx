import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityRefLink,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { ButtonLink, Link } from '@backstage/ui';
import { RiAlarmWarningFill } from '@remixicon/react';
import { formatDateTime, RelativeTime, SafeLink } from '@atrium/ui';
import type { OpenIncident } from '@atrium/plugin-entity-summary-common';
import { t } from '../../translation';
import { toContacts } from '../facts/toContacts';
import { changeTab } from './changeWords';
import styles from './IncidentBanner.module.css';

/** Props of {@link IncidentBanner}. */
export interface IncidentBannerProps {
  entity: Entity;
  /** Oldest first. */
  incidents: OpenIncident[];
}

/** What is wrong now, since when, probably why, and where to begin. */
export function IncidentBanner(props: IncidentBannerProps) {
  const { entity, incidents } = props;
  const toEntity = useEntityRefLink();
  if (incidents.length === 0) {
    return null;
  }
  const entityRef = stringifyEntityRef(entity);
  const refs = new Set(incidents.map(one => one.entityRef ?? entityRef));
  const [onlyRef] = refs.size === 1 ? refs : [entityRef];
  // Whom to ask, the header says right above.
  const contacts = toContacts(entity);
  const kind = kindOf(onlyRef);
  const deliveryTab = changeTab(kind, 'incident-opened');
  const helps = [
    { word: t('incidentBanner.runbook'), link: contacts.runbook },
    { word: t('incidentBanner.logs'), link: contacts.logs },
    { word: t('incidentBanner.dashboard'), link: contacts.dashboard },
  ];
  return (
    <section className={styles.banner} aria-labelledby="incidents">
      <RiAlarmWarningFill
        className={styles.icon}
        size={20}
        aria-hidden="true"
      />
      <div className={styles.body}>
        <h2 id="incidents" className={styles.title}>
          {t('incidentBanner.incidentsOpen', { count: incidents.length })}
        </h2>
        <ul className={styles.incidents}>
          {incidents.map(incident => (
            <li key={incident.id}>
              <IncidentLine
                incident={incident}
                pageRef={entityRef}
                toEntity={toEntity}
              />
            </li>
          ))}
        </ul>
        <div className={styles.helps}>
          {deliveryTab && (
            <ButtonLink
              variant="primary"
              size="small"
              href={`${toEntity(onlyRef)}/${deliveryTab}`}
            >
              {t('incidentBanner.openDelivery')}
            </ButtonLink>
          )}
          {kind === 'component' && (
            <ButtonLink
              variant="secondary"
              size="small"
              href={`${toEntity(onlyRef)}/runtime`}
            >
              {t('incidentBanner.restartInRuntime')}
            </ButtonLink>
          )}
          {helps.map(
            ({ word, link }) =>
              link && (
                <SafeLink key={word} href={link.url}>
                  {word}
                </SafeLink>
              ),
          )}
        </div>
      </div>
    </section>
  );
}

interface IncidentLineProps {
  incident: OpenIncident;
  /** Whose page this is: an incident of another entity says whose it is. */
  pageRef: string;
  toEntity(entityRef: string): string;
}

function IncidentLine({ incident, pageRef, toEntity }: IncidentLineProps) {
  const { id, description, environment, since, url, suspect } = incident;
  const { entityRef = pageRef } = incident;
  const tab = changeTab(kindOf(entityRef), 'deployment');
  return (
    <>
      <strong className={styles.what}>
        <SafeLink href={url}>{description ?? id}</SafeLink>
      </strong>
      <span className={styles.facts}>
        {entityRef !== pageRef && (
          <>
            <EntityRefLink entityRef={entityRef} hideIcon />,{' '}
          </>
        )}
        {environment && `${environment}, `}
        {since ? (
          <>
            {t('incidentBanner.since', {
              since: formatDateTime(since),
              relativeTime: <RelativeTime instant={since} />,
            })}
          </>
        ) : (
          t('incidentBanner.startNotKnown')
        )}
        {suspect && (
          <>
            {t(
              suspect.deployedAt
                ? 'incidentBanner.suspectedAt'
                : 'incidentBanner.suspected',
              {
                deployment: (
                  <Link href={tab && `${toEntity(entityRef)}/${tab}`}>
                    {t('incidentBanner.deploymentOf', {
                      version: suspect.version ?? suspect.deploymentId,
                    })}
                  </Link>
                ),
                at: suspect.deployedAt
                  ? formatDateTime(suspect.deployedAt)
                  : '',
              },
            )}
          </>
        )}
      </span>
    </>
  );
}

function kindOf(entityRef: string): string {
  return entityRef.slice(0, entityRef.indexOf(':'));
}
