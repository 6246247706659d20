import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { SecurityFinding } from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  formatDate,
  formatList,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../translation';
import { placeWords, severityWords, STATE_WORDS } from './findingWords';
import { SeverityBadge } from './SeverityBadge';
import styles from './findings.module.css';

/** The columns of a list of findings; of one entity, or with the entity of each. */
export function findingColumns(options: {
  isOfEntity: boolean;
  onOpen(id: string): void;
}): DataColumn<SecurityFinding>[] {
  const { isOfEntity, onOpen } = options;
  const service: DataColumn<SecurityFinding> = {
    title: t('findingColumns.service'),
    cell: ({ entityRef }) => <EntityRefLink entityRef={entityRef} hideIcon />,
  };
  return [
    {
      title: t('findingColumns.severity'),
      cell: finding => (
        <SeverityBadge
          severity={finding.severity}
          text={severityWords(finding)}
        />
      ),
    },
    {
      title: t('findingColumns.finding'),
      cell: ({ id, title, ruleId, tools }) => (
        <>
          <button
            type="button"
            className={styles.finding}
            onClick={() => onOpen(id)}
          >
            {title}
          </button>
          <div className={textStyles.muted}>
            {t('findingColumns.seenBy', { ruleId, tools: formatList(tools) })}
          </div>
        </>
      ),
    },
    ...(isOfEntity ? [] : [service]),
    {
      title: t('findingColumns.where'),
      cell: finding => {
        const place = placeWords(finding);
        return place ? (
          <span className={textStyles.mono}>{place}</span>
        ) : (
          <span className={textStyles.muted}>
            {t('findingColumns.notKnown')}
          </span>
        );
      },
    },
    {
      title: t('findingColumns.fixedIn'),
      cell: ({ fixedIn, packageName }) =>
        fixedIn.length > 0 ? (
          <span className={textStyles.mono}>{fixedIn.join(', ')}</span>
        ) : (
          <span className={textStyles.muted}>
            {packageName
              ? t('findingColumns.noVersionYet')
              : t('findingColumns.notAPackage')}
          </span>
        ),
    },
    {
      title: t('findingColumns.firstSeen'),
      cell: ({ firstSeenAt }) => (
        <span className={textStyles.nowrap}>
          <RelativeTime instant={firstSeenAt} />
        </span>
      ),
    },
    {
      title: t('findingColumns.due'),
      cell: finding => <DueDate finding={finding} />,
    },
  ];
}

/** By when a finding has to be fixed; what became of it where it is not open. */
export function DueDate({ finding }: { finding: SecurityFinding }) {
  const { state, dueAt, isOverdue, suppression, fixedAt } = finding;
  if (state !== 'open') {
    const { status, text } = STATE_WORDS[state];
    const until =
      suppression &&
      t('findingColumns.until', { until: formatDate(suppression.until) });
    return (
      <>
        <StatusBadge status={status}>{text}</StatusBadge>
        <div className={textStyles.muted}>
          {state === 'suppressed' && until}
          {state === 'fixed' && fixedAt && formatDate(fixedAt)}
        </div>
      </>
    );
  }
  if (!dueAt) {
    return (
      <span className={textStyles.muted}>{t('findingColumns.noDateSet')}</span>
    );
  }
  return (
    <>
      <span className={textStyles.nowrap}>{formatDate(dueAt)}</span>
      {isOverdue && (
        <div>
          <StatusBadge status="bad">{t('findingColumns.overdue')}</StatusBadge>
        </div>
      )}
    </>
  );
}
