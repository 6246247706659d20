import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Exemption } from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  formatDate,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { EXEMPTION_WORDS } from '../../words/stateWords';
import { ResultLink } from '../shared/ResultLink';
import { DecisionButtons } from './DecisionButtons';

/** What a list says of each exemption. */
export const exemptionColumns: DataColumn<Exemption>[] = [
  {
    title: 'Service',
    cell: exemption => <ResultLink result={exemption} />,
  },
  {
    title: 'Check',
    cell: ({ checkTitle, scorecardTitle }) => (
      <>
        <div>{checkTitle}</div>
        <div className={textStyles.muted}>{scorecardTitle}</div>
      </>
    ),
  },
  {
    title: 'Reason',
    cell: ({ reason, note }) => (
      <>
        <div>{reason}</div>
        {note && <div className={textStyles.muted}>Note: {note}</div>}
      </>
    ),
  },
  {
    title: 'Requested',
    cell: ({ requestedBy, requestedAt, days }) => (
      <>
        <EntityRefLink entityRef={requestedBy} hideIcon />
        <div className={textStyles.muted}>
          <RelativeTime instant={requestedAt} />, for {days} days
        </div>
      </>
    ),
  },
  {
    title: 'State',
    cell: exemption => <State exemption={exemption} />,
  },
  {
    title: 'Decision',
    cell: exemption => <DecisionButtons exemption={exemption} />,
  },
];

const WAITING_TITLES = ['Service', 'Decision', 'Check', 'Reason', 'Requested'];

/** The same for what waits: the decision stands where a phone shows it. */
export const waitingColumns = WAITING_TITLES.flatMap(title =>
  exemptionColumns.filter(column => column.title === title),
);

function State({ exemption }: { exemption: Exemption }) {
  const { state, until, decidedBy } = exemption;
  const { status, text } = EXEMPTION_WORDS[state];
  return (
    <>
      <StatusBadge status={status}>{text}</StatusBadge>
      <div className={textStyles.muted}>
        {state === 'granted' && until && `until ${formatDate(until)}`}
        {decidedBy && (
          <>
            {' by '}
            <EntityRefLink entityRef={decidedBy} hideIcon />
          </>
        )}
      </div>
    </>
  );
}
