import type { Entity } from '@backstage/catalog-model';
import { ButtonLink, Link } from '@backstage/ui';
import { RiAlarmWarningFill } from '@remixicon/react';
import { formatDateTime, RelativeTime, SafeLink } from '@atrium/ui';
import type { OpenIncident } from '@atrium/plugin-entity-summary-common';
import { toContacts } from '../facts/toContacts';
import { changeTab } from './changeWords';
import styles from './IncidentBanner.module.css';

/** Props of {@link IncidentBanner}. */
export interface IncidentBannerProps {
  entity: Entity;
  owner?: Entity;
  /** Oldest first. */
  incidents: OpenIncident[];
  baseHref: string;
}

/** What is wrong now, since when, probably why, and where to begin. */
export function IncidentBanner(props: IncidentBannerProps) {
  const { entity, owner, incidents, baseHref } = props;
  if (incidents.length === 0) {
    return null;
  }
  const kind = entity.kind.toLowerCase();
  const contacts = toContacts(entity, owner);
  const helps = [
    { word: 'Runbook', link: contacts.runbook },
    { word: 'Logs', link: contacts.logs },
    { word: 'Dashboard', link: contacts.dashboard },
    { word: contacts.chat?.title ?? 'Chat', link: contacts.chat },
    { word: 'On call', link: contacts.onCall },
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
          {incidents.length === 1
            ? 'Incident open'
            : `${incidents.length} incidents open`}
        </h2>
        <ul className={styles.incidents}>
          {incidents.map(incident => (
            <li key={incident.id}>
              <IncidentLine
                incident={incident}
                deploymentsHref={hrefOf(kind, baseHref)}
              />
            </li>
          ))}
        </ul>
        <div className={styles.helps}>
          <ButtonLink
            variant="primary"
            size="small"
            href={`${baseHref}/${
              changeTab(kind, 'incident-opened') ?? 'delivery'
            }`}
          >
            Open delivery
          </ButtonLink>
          {kind === 'component' && (
            <ButtonLink
              variant="secondary"
              size="small"
              href={`${baseHref}/runtime`}
            >
              Restart in Runtime
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
  deploymentsHref: string | undefined;
}

function IncidentLine({ incident, deploymentsHref }: IncidentLineProps) {
  const { id, description, environment, since, url, suspect } = incident;
  return (
    <>
      <strong className={styles.what}>
        <SafeLink href={url}>{description ?? id}</SafeLink>
      </strong>
      <span className={styles.facts}>
        {environment && `${environment}, `}
        {since ? (
          <>
            since {formatDateTime(since)} (<RelativeTime instant={since} />)
          </>
        ) : (
          'start not known'
        )}
        {suspect && (
          <>
            {'. Suspected: '}
            <Link href={deploymentsHref}>
              deployment of {suspect.version ?? suspect.deploymentId}
            </Link>
            {suspect.deployedAt && ` at ${formatDateTime(suspect.deployedAt)}`}
          </>
        )}
      </span>
    </>
  );
}

function hrefOf(kind: string, baseHref: string): string | undefined {
  const tab = changeTab(kind, 'deployment');
  return tab && `${baseHref}/${tab}`;
}
