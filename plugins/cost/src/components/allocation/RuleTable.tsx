import type { Allocation } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  formatNumber,
  MoneyText,
  textStyles,
} from '@atrium/ui';
import { matchWords, targetWords } from '../../words/ruleWords';
import styles from '../shared/shared.module.css';

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
      title: 'Rule',
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
    { title: 'Where', cell: ({ match }) => matchWords(match) },
    {
      title: 'To',
      cell: ({ to }) => (
        <span className={to.entity === undefined ? undefined : textStyles.mono}>
          {targetWords(to, pools)}
        </span>
      ),
    },
    {
      title: 'Cost',
      isNumber: true,
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
    {
      title: 'Resources',
      isNumber: true,
      cell: ({ resourceCount }) => formatNumber(resourceCount),
    },
  ];
  return (
    <DataTable
      label="Rules"
      columns={columns}
      items={rules}
      keyOf={({ name }) => name}
    />
  );
}
