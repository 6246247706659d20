import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  FindingChange,
  FindingDetail,
  FindingSighting,
} from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  DataTable,
  FactList,
  formatDate,
  formatDateTime,
  RelativeTime,
  SafeLink,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../translation';
import { DueDate } from './findingColumns';
import {
  CHANGE_WORDS,
  KIND_WORDS,
  placeWords,
  severityWords,
  STATE_WORDS,
} from './findingWords';
import styles from './findings.module.css';
import { SeverityBadge } from './SeverityBadge';

const SIGHTING_COLUMNS: DataColumn<FindingSighting>[] = [
  {
    get title() {
      return t('findingDetails.scanner');
    },
    cell: ({ tool, category }) => (
      <>
        {tool}
        {category && <div className={textStyles.muted}>{category}</div>}
      </>
    ),
  },
  {
    get title() {
      return t('findingDetails.reports');
    },
    cell: ({ state, reason }) => (
      <>
        <StatusBadge status={STATE_WORDS[state].status}>
          {STATE_WORDS[state].text}
        </StatusBadge>
        {reason && <div className={textStyles.muted}>{reason}</div>}
      </>
    ),
  },
  {
    get title() {
      return t('findingDetails.severity');
    },
    cell: ({ severity }) => <SeverityBadge severity={severity} />,
  },
  {
    get title() {
      return t('findingDetails.lastSeen');
    },
    cell: ({ lastSeenAt }) => <RelativeTime instant={lastSeenAt} />,
  },
  {
    get title() {
      return t('findingDetails.commit');
    },
    cell: ({ commit }) => (
      <span className={textStyles.mono}>{commit?.slice(0, 7)}</span>
    ),
  },
];

const HISTORY_COLUMNS: DataColumn<FindingChange>[] = [
  {
    get title() {
      return t('findingDetails.when');
    },
    cell: ({ at }) => formatDateTime(at),
  },
  {
    get title() {
      return t('findingDetails.what');
    },
    cell: ({ change, reason }) => (
      <>
        {CHANGE_WORDS[change]}
        {reason && <div className={textStyles.muted}>{reason}</div>}
      </>
    ),
  },
  {
    get title() {
      return t('findingDetails.by');
    },
    cell: ({ by }) =>
      by?.includes(':') ? <EntityRefLink entityRef={by} hideIcon /> : by,
  },
  {
    get title() {
      return t('findingDetails.commit');
    },
    cell: ({ commit }) => (
      <span className={textStyles.mono}>{commit?.slice(0, 7)}</span>
    ),
  },
];

/** What a finding is, which tools say so, and what happened to it. */
export function FindingDetails({ finding }: { finding: FindingDetail }) {
  const { description, url, suppression, sightings, history } = finding;
  return (
    <div className={styles.details}>
      <Facts finding={finding} />
      {suppression && (
        <p className={textStyles.text}>
          {t('findingDetails.suppressedUntilBy', {
            until: formatDate(suppression.until),
            link: <EntityRefLink entityRef={suppression.by} hideIcon />,
            reason: suppression.reason,
          })}
        </p>
      )}
      {description && description !== finding.title && (
        <p className={styles.description}>{description}</p>
      )}
      {url && (
        <p className={textStyles.text}>
          <SafeLink href={url}>
            {t('findingDetails.moreAbout', { ruleId: finding.ruleId })}
          </SafeLink>
        </p>
      )}
      <h3>{t('findingDetails.scanners')}</h3>
      <DataTable
        label={t('findingDetails.whatEachScannerSays')}
        columns={SIGHTING_COLUMNS}
        items={sightings}
        keyOf={({ tool, category }) => `${tool} ${category}`}
      />
      <h3>{t('findingDetails.history')}</h3>
      <DataTable
        label={t('findingDetails.whatHappenedNewestFirst')}
        columns={HISTORY_COLUMNS}
        items={history}
        keyOf={({ at, change, by }) => `${at} ${change} ${by}`}
      />
    </div>
  );
}

function Facts({ finding }: { finding: FindingDetail }) {
  const { entityRef, severity, kind, ruleId, aliases, fixedIn } = finding;
  const place = placeWords(finding);
  return (
    <FactList
      facts={[
        {
          term: t('findingDetails.severity'),
          value: (
            <SeverityBadge severity={severity} text={severityWords(finding)} />
          ),
        },
        {
          term: t('findingDetails.service'),
          value: <EntityRefLink entityRef={entityRef} hideIcon />,
        },
        {
          term:
            finding.state === 'open'
              ? t('findingDetails.due')
              : t('findingDetails.state'),
          value: <DueDate finding={finding} />,
        },
        { term: t('findingDetails.kind'), value: KIND_WORDS[kind] },
        { term: t('findingDetails.rule'), value: ruleId },
        {
          term: t('findingDetails.alsoKnownAs'),
          value: aliases.filter(alias => alias !== ruleId).join(', '),
        },
        {
          term: t('findingDetails.where'),
          value: place && <span className={textStyles.mono}>{place}</span>,
        },
        { term: t('findingDetails.fixedIn'), value: fixedIn.join(', ') },
        {
          term: t('findingDetails.firstSeen'),
          value: formatDateTime(finding.firstSeenAt),
        },
        {
          term: t('findingDetails.fixedBy'),
          value: finding.fixedCommit && (
            <span className={textStyles.mono}>
              {finding.fixedCommit.slice(0, 7)}
            </span>
          ),
        },
      ]}
    />
  );
}
