import type { FactEvidence } from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  DataTable,
  RelativeTime,
  SafeLink,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { factWords } from '../../words/factWords';

/** Props of {@link EvidenceTable}. */
export interface EvidenceTableProps {
  /** Of the check. */
  title: string;
  evidence: FactEvidence[];
}

const COLUMNS: DataColumn<FactEvidence>[] = [
  { title: 'Fact', cell: ({ title }) => title },
  { title: 'Value', cell: fact => <Value fact={fact} /> },
  {
    title: 'From',
    cell: ({ provider, url }) => <SafeLink href={url}>{provider}</SafeLink>,
  },
  {
    title: 'Read',
    cell: ({ observedAt }) =>
      observedAt ? (
        <RelativeTime instant={observedAt} />
      ) : (
        <span className={textStyles.muted}>Never</span>
      ),
  },
];

/** The facts that decided about a check: their value, source and age. */
export function EvidenceTable({ title, evidence }: EvidenceTableProps) {
  return (
    <DataTable
      label={`Facts behind ${title}`}
      columns={COLUMNS}
      items={evidence}
      keyOf={({ fact }) => fact}
    />
  );
}

function Value({ fact }: { fact: FactEvidence }) {
  const { state } = fact;
  switch (state) {
    case 'fresh':
      return <>{factWords(fact)}</>;
    case 'stale':
      return (
        <span>
          {factWords(fact)}{' '}
          <StatusBadge status="unknown">Too old to count</StatusBadge>
        </span>
      );
    case 'missing':
      return <StatusBadge status="unknown">Not known</StatusBadge>;
    default:
      return state satisfies never;
  }
}
