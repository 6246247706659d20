import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Exemption } from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  formatDate,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';
import { EXEMPTION_WORDS } from '../../words/stateWords';
import { ResultLink } from '../shared/ResultLink';
import { DecisionButtons } from './DecisionButtons';

const COLUMNS = {
  service: {
    get title() {
      return t('exemptionColumns.service');
    },
    cell: exemption => <ResultLink result={exemption} />,
  },
  check: {
    get title() {
      return t('exemptionColumns.check');
    },
    cell: ({ checkTitle, scorecardTitle }) => (
      <>
        <div>{checkTitle}</div>
        <div className={textStyles.muted}>{scorecardTitle}</div>
      </>
    ),
  },
  reason: {
    get title() {
      return t('exemptionColumns.reason');
    },
    cell: ({ reason, note }) => (
      <>
        <div>{reason}</div>
        {note && (
          <div className={textStyles.muted}>
            {t('exemptionColumns.note', { note })}
          </div>
        )}
      </>
    ),
  },
  requested: {
    get title() {
      return t('exemptionColumns.requested');
    },
    cell: ({ requestedBy, requestedAt, days }) => (
      <>
        <EntityRefLink entityRef={requestedBy} hideIcon />
        <div className={textStyles.muted}>
          {t('exemptionColumns.forDays', {
            relativeTime: <RelativeTime instant={requestedAt} />,
            count: days,
          })}
        </div>
      </>
    ),
  },
  state: {
    get title() {
      return t('exemptionColumns.state');
    },
    cell: exemption => <State exemption={exemption} />,
  },
  decision: {
    get title() {
      return t('exemptionColumns.decision');
    },
    cell: exemption => <DecisionButtons exemption={exemption} />,
  },
} satisfies Record<string, DataColumn<Exemption>>;

/**
 * What the list of all says of each exemption.
 *
 * @param decidedAbove - ids of those that a list above offers to decide already
 */
export function exemptionColumns(
  decidedAbove: ReadonlySet<string>,
): DataColumn<Exemption>[] {
  const { decision, ...others } = COLUMNS;
  return [
    ...Object.values(others),
    {
      title: decision.title,
      cell: exemption =>
        decidedAbove.has(exemption.id) ? (
          <span className={textStyles.muted}>
            {t('exemptionColumns.upToYou')}
          </span>
        ) : (
          <DecisionButtons exemption={exemption} />
        ),
    },
  ];
}

/** The same for what waits: the decision stands where a phone shows it. */
export const waitingColumns: DataColumn<Exemption>[] = [
  COLUMNS.service,
  COLUMNS.decision,
  COLUMNS.check,
  COLUMNS.reason,
  COLUMNS.requested,
];

function State({ exemption }: { exemption: Exemption }) {
  const { state, until, decidedBy } = exemption;
  const { status, text } = EXEMPTION_WORDS[state];
  return (
    <>
      <StatusBadge status={status}>{text}</StatusBadge>
      <div className={textStyles.muted}>
        {state === 'granted' &&
          until &&
          t('exemptionColumns.until', { until: formatDate(until) })}{' '}
        {decidedBy &&
          t('exemptionColumns.by', {
            person: <EntityRefLink entityRef={decidedBy} hideIcon />,
          })}
      </div>
    </>
  );
}
