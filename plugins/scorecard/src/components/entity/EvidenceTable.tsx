import type { FactEvidence } from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  DataTable,
  RelativeTime,
  SafeLink,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';
import { factWords } from '../../words/factWords';

/** Props of {@link EvidenceTable}. */
export interface EvidenceTableProps {
  /** Of the check. */
  title: string;
  evidence: FactEvidence[];
}

const COLUMNS: DataColumn<FactEvidence>[] = [
  {
    get title() {
      return t('evidenceTable.fact');
    },
    cell: ({ title }) => title,
  },
  {
    get title() {
      return t('evidenceTable.value');
    },
    cell: fact => <Value fact={fact} />,
  },
  {
    get title() {
      return t('evidenceTable.from');
    },
    cell: ({ provider, url }) => <SafeLink href={url}>{provider}</SafeLink>,
  },
  {
    get title() {
      return t('evidenceTable.read');
    },
    cell: ({ observedAt }) =>
      observedAt ? (
        <RelativeTime instant={observedAt} />
      ) : (
        <span className={textStyles.muted}>{t('evidenceTable.never')}</span>
      ),
  },
];

/** The facts that decided about a check: their value, source and age. */
export function EvidenceTable({ title, evidence }: EvidenceTableProps) {
  return (
    <DataTable
      label={t('evidenceTable.factsBehind', { title })}
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
          <StatusBadge status="unknown">
            {t('evidenceTable.tooOldToCount')}
          </StatusBadge>
        </span>
      );
    case 'missing':
      return (
        <StatusBadge status="unknown">
          {t('evidenceTable.notKnown')}
        </StatusBadge>
      );
    default:
      return state satisfies never;
  }
}
