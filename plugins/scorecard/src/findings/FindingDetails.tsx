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
    title: 'Scanner',
    cell: ({ tool, category }) => (
      <>
        {tool}
        {category && <div className={textStyles.muted}>{category}</div>}
      </>
    ),
  },
  {
    title: 'Reports',
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
    title: 'Severity',
    cell: ({ severity }) => <SeverityBadge severity={severity} />,
  },
  {
    title: 'Last seen',
    cell: ({ lastSeenAt }) => <RelativeTime instant={lastSeenAt} />,
  },
  {
    title: 'Commit',
    cell: ({ commit }) => (
      <span className={textStyles.mono}>{commit?.slice(0, 7)}</span>
    ),
  },
];

const HISTORY_COLUMNS: DataColumn<FindingChange>[] = [
  { title: 'When', cell: ({ at }) => formatDateTime(at) },
  {
    title: 'What',
    cell: ({ change, reason }) => (
      <>
        {CHANGE_WORDS[change]}
        {reason && <div className={textStyles.muted}>{reason}</div>}
      </>
    ),
  },
  {
    title: 'By',
    cell: ({ by }) =>
      by?.includes(':') ? <EntityRefLink entityRef={by} hideIcon /> : by,
  },
  {
    title: 'Commit',
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
          Suppressed until {formatDate(suppression.until)} by{' '}
          <EntityRefLink entityRef={suppression.by} hideIcon />:{' '}
          {suppression.reason}
        </p>
      )}
      {description && description !== finding.title && (
        <p className={styles.description}>{description}</p>
      )}
      {url && (
        <p className={textStyles.text}>
          <SafeLink href={url}>More about {finding.ruleId}</SafeLink>
        </p>
      )}
      <h3>Scanners</h3>
      <DataTable
        label="What each scanner says"
        columns={SIGHTING_COLUMNS}
        items={sightings}
        keyOf={({ tool, category }) => `${tool} ${category}`}
      />
      <h3>History</h3>
      <DataTable
        label="What happened, newest first"
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
          term: 'Severity',
          value: (
            <SeverityBadge severity={severity} text={severityWords(finding)} />
          ),
        },
        {
          term: 'Service',
          value: <EntityRefLink entityRef={entityRef} hideIcon />,
        },
        {
          term: finding.state === 'open' ? 'Due' : 'State',
          value: <DueDate finding={finding} />,
        },
        { term: 'Kind', value: KIND_WORDS[kind] },
        { term: 'Rule', value: ruleId },
        {
          term: 'Also known as',
          value: aliases.filter(alias => alias !== ruleId).join(', '),
        },
        {
          term: 'Where',
          value: place && <span className={textStyles.mono}>{place}</span>,
        },
        { term: 'Fixed in', value: fixedIn.join(', ') },
        { term: 'First seen', value: formatDateTime(finding.firstSeenAt) },
        {
          term: 'Fixed by',
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
