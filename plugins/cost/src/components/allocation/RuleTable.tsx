import type { Allocation } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  formatNumber,
  MoneyText,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';
import { matchWords } from '../../words/ruleWords';
import styles from '../shared/shared.module.css';
import { TargetName } from '../shared/TargetName';

type Rule = Allocation['rules'][number];

/** Props of {@link RuleTable}. */
export interface RuleTableProps {
  rules: Rule[];
  /** By their titles. */
  pools: Allocation['pools'];
  currency: string;
}

/** Rules in their order, in words, and how much each gives to somebody. */
export function RuleTable({ rules, pools, currency }: RuleTableProps) {
  const columns: DataColumn<Rule>[] = [
    {
      title: t('ruleTable.rule'),
      cell: rule => (
        <span className={styles.stack}>
          <span>
            {rules.indexOf(rule) + 1}. {rule.name}
          </span>
          {rule.description && (
            <span className={textStyles.muted}>{rule.description}</span>
          )}
        </span>
      ),
    },
    { title: t('ruleTable.where'), cell: ({ match }) => matchWords(match) },
    {
      title: t('ruleTable.to'),
      cell: ({ to }) => <TargetName to={to} pools={pools} />,
    },
    {
      title: t('ruleTable.cost'),
      isNumber: true,
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
    {
      title: t('ruleTable.resources'),
      isNumber: true,
      cell: ({ resourceCount }) => formatNumber(resourceCount),
    },
  ];
  return (
    <DataTable
      label={t('ruleTable.rules')}
      columns={columns}
      items={rules}
      keyOf={({ name }) => name}
    />
  );
}
