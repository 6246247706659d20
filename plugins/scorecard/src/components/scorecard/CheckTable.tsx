import { z } from 'zod';
import { Button } from '@backstage/ui';
import type {
  CheckHealth,
  ScorecardDetails,
} from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  formatDay,
  ListBar,
  StatusBadge,
  textStyles,
  useAddressState,
} from '@atrium/ui';
import { useReadCsv } from '../../hooks/useReadCsv';
import { levelOf } from '../../rating/levels';
import { t } from '../../translation';
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
  const readRows = useReadCsv('checks', { scorecard: scorecard.name });
  const health = new Map(scorecard.health.map(item => [item.check, item]));
  const columns: DataColumn<Check>[] = [
    {
      title: t('checkTable.check'),
      cell: check => (
        <>
          <div>{check.title}</div>
          <div className={styles.expression}>{check.expression}</div>
          {check.countsFrom && (
            <div className={textStyles.muted}>
              {t('checkTable.countsFrom', {
                countsFrom: formatDay(check.countsFrom),
              })}
            </div>
          )}
        </>
      ),
    },
    {
      title: t('checkTable.level'),
      cell: ({ level }) =>
        level ? (
          <LevelBadge level={levelOf(scorecard, level)} />
        ) : (
          <span className={textStyles.muted}>{t('checkTable.scoreOnly')}</span>
        ),
    },
    {
      title: t('checkTable.weight'),
      isNumber: true,
      cell: ({ weight }) => weight,
    },
    {
      title: t('checkTable.outcomes'),
      cell: ({ name }) => <OutcomeBar health={health.get(name)} />,
    },
    {
      title: t('checkTable.asARule'),
      cell: ({ name }) => <Verdict health={health.get(name)} />,
    },
    {
      title: t('checkTable.services'),
      cell: ({ name, title }) =>
        (health.get(name)?.fail ?? 0) > 0 && (
          <Button
            variant="tertiary"
            size="small"
            aria-label={t('checkTable.showFailing', { title })}
            className={textStyles.nowrap}
            onPress={() =>
              setAddress(
                { view: undefined, check: name, outcome: undefined },
                { isNewEntry: true },
              )
            }
          >
            {t('checkTable.showFailing2')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <ListBar
        summary={t('checkTable.count', { count: scorecard.checks.length })}
      >
        <CsvButton name={`${scorecard.name}-checks`} readRows={readRows} />
      </ListBar>
      <DataTable
        label={t('checkTable.checks')}
        columns={columns}
        items={scorecard.checks}
        keyOf={({ name }) => name}
      />
    </>
  );
}

function Verdict({ health }: { health: CheckHealth | undefined }) {
  if (!health) {
    return (
      <span className={textStyles.muted}>
        {t('checkTable.notEvaluatedYet')}
      </span>
    );
  }
  if (!health.verdict) {
    return (
      <span className={textStyles.muted}>
        {t('checkTable.changesIn8Weeks', { count: health.changes })}
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
