import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  type DataColumn,
  DataTable,
  formatShortDay,
  formatDate,
  MoneyText,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type { Anomaly } from '@atrium/plugin-cost-common';
import { addDays, daysWords } from '../../days/costDays';
import { costChange } from '../../money/costChange';
import { t } from '../../translation';
import { ratioWords } from '../../words/changeWords';
import { ANOMALY_WORDS } from '../../words/stateWords';
import styles from '../shared/shared.module.css';
import { AcknowledgeButton } from './AcknowledgeButton';

const ENTITY_COLUMN: DataColumn<Anomaly> = {
  get title() {
    return t('anomalyTable.entity');
  },
  cell: ({ entityRef }) => <EntityRefLink entityRef={entityRef} hideIcon />,
};

const COLUMNS: DataColumn<Anomaly>[] = [
  {
    get title() {
      return t('anomalyTable.days');
    },
    cell: ({ firstDay, lastDay }) => (
      <span className={textStyles.nowrap}>
        {daysWords({ from: firstDay, to: addDays(lastDay, 1) })}
      </span>
    ),
  },
  {
    get title() {
      return t('anomalyTable.moreThanUsual');
    },
    isNumber: true,
    cell: ({ excess, expected, amount, currency }) => (
      <span className={styles.stack}>
        <MoneyText amount={excess} currency={currency} hasSign />
        <span className={textStyles.muted}>
          {ratioWords(costChange(expected, amount).ratio)}
        </span>
      </span>
    ),
  },
  {
    get title() {
      return t('anomalyTable.costAndUsual');
    },
    isNumber: true,
    cell: ({ amount, expected, currency }) => (
      <>
        <MoneyText amount={amount} currency={currency} />
        {' / '}
        <MoneyText amount={expected} currency={currency} />
      </>
    ),
  },
  {
    get title() {
      return t('anomalyTable.drivenBy');
    },
    cell: ({ drivers, currency }) => (
      <span className={styles.stack}>
        {drivers.length === 0 && (
          <span className={textStyles.muted}>
            {t('anomalyTable.noResourceStandsOut')}
          </span>
        )}
        {drivers.map(driver => (
          <span key={JSON.stringify(driver)} title={driver.resourceId}>
            <MoneyText amount={driver.excess} currency={currency} hasSign />{' '}
            {[driver.serviceName, driver.resourceName ?? driver.resourceId]
              .filter(Boolean)
              .join(' · ')}
          </span>
        ))}
      </span>
    ),
  },
  {
    get title() {
      return t('anomalyTable.state');
    },
    cell: anomaly => <AnomalyState anomaly={anomaly} />,
  },
];

/** Props of {@link AnomalyTable}. */
export interface AnomalyTableProps {
  anomalies: Anomaly[];
  /** Whose page it is; then its name is not repeated. */
  entityRef?: string;
}

/** Days that cost more than their weekdays usually do, and what drove them. */
export function AnomalyTable({ anomalies, entityRef }: AnomalyTableProps) {
  const isOfOne = anomalies.every(anomaly => anomaly.entityRef === entityRef);
  return (
    <DataTable
      label={t('anomalyTable.unusualDays')}
      columns={isOfOne ? COLUMNS : [ENTITY_COLUMN, ...COLUMNS]}
      items={anomalies}
      keyOf={({ id }) => id}
    />
  );
}

function AnomalyState({ anomaly }: { anomaly: Anomaly }) {
  const { state, acknowledgement, foundAt } = anomaly;
  const { status, text } = ANOMALY_WORDS[state];
  return (
    <span className={styles.stack}>
      <StatusBadge status={status}>{text}</StatusBadge>
      {acknowledgement ? (
        <span className={textStyles.muted}>
          <EntityRefLink entityRef={acknowledgement.userRef} hideIcon />,{' '}
          {formatDate(acknowledgement.at)}: {acknowledgement.reason}
        </span>
      ) : (
        <span className={textStyles.muted}>
          {t('anomalyTable.found', { foundAt: formatShortDay(foundAt) })}
        </span>
      )}
      {state === 'open' && <AcknowledgeButton anomaly={anomaly} />}
    </span>
  );
}
