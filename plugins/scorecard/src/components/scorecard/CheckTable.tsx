import { z } from 'zod';
import { Button } from '@backstage/ui';
import type {
  CheckHealth,
  ScorecardDetails,
} from '@atrium/plugin-scorecard-common';
import {
  countWords,
  type DataColumn,
  DataTable,
  formatDate,
  StatusBadge,
  textStyles,
  useAddressState,
} from '@atrium/ui';
import { levelOf } from '../../rating/levels';
import { VERDICT_WORDS } from '../../words/stateWords';
import { LevelBadge } from '../shared/LevelBadge';
import { OutcomeBar } from './OutcomeBar';
import styles from './scorecard.module.css';

type Check = ScorecardDetails['checks'][number];

// Of the list of services, which is the first view.
const addressSchema = z.object({
  view: z.string().optional(),
  check: z.string().optional(),
  outcome: z.string().optional(),
});

/** The checks of a scorecard: who passes them, and how they do as rules. */
export function CheckTable({ scorecard }: { scorecard: ScorecardDetails }) {
  const [, setAddress] = useAddressState(addressSchema);
  const health = new Map(scorecard.health.map(item => [item.check, item]));
  const columns: DataColumn<Check>[] = [
    {
      title: 'Check',
      cell: check => (
        <>
          <div>{check.title}</div>
          <div className={styles.expression}>{check.expression}</div>
          {check.countsFrom && (
            <div className={textStyles.muted}>
              Counts from {formatDate(check.countsFrom)}
            </div>
          )}
        </>
      ),
    },
    {
      title: 'Level',
      cell: ({ level }) =>
        level ? (
          <LevelBadge level={levelOf(scorecard, level)} />
        ) : (
          <span className={textStyles.muted}>Score only</span>
        ),
    },
    { title: 'Weight', isNumber: true, cell: ({ weight }) => weight },
    {
      title: 'Outcomes',
      cell: ({ name }) => <OutcomeBar health={health.get(name)} />,
    },
    {
      title: 'As a rule',
      cell: ({ name }) => <Verdict health={health.get(name)} />,
    },
    {
      title: 'Services',
      cell: ({ name, title }) => (
        <Button
          variant="tertiary"
          size="small"
          aria-label={`Show failing: ${title}`}
          className={textStyles.nowrap}
          onPress={() =>
            setAddress(
              { view: undefined, check: name, outcome: undefined },
              { isNewEntry: true },
            )
          }
        >
          Show failing
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      label="Checks"
      columns={columns}
      items={scorecard.checks}
      keyOf={({ name }) => name}
    />
  );
}

function Verdict({ health }: { health: CheckHealth | undefined }) {
  if (!health) {
    return <span className={textStyles.muted}>Not evaluated yet</span>;
  }
  if (!health.verdict) {
    return (
      <span className={textStyles.muted}>
        {countWords(health.changes, 'change')} in 8 weeks
      </span>
    );
  }
  const { status, text, meaning } = VERDICT_WORDS[health.verdict];
  return (
    <>
      <StatusBadge status={status}>{text}</StatusBadge>
      <div className={textStyles.muted}>{meaning}</div>
    </>
  );
}
