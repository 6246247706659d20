import { formatMonth, formatRoundMoney } from '@atrium/common';
import { createContext, useContext } from 'react';
import textStyles from '../layout/text.module.css';

/** Props of {@link MoneyText}. */
export interface MoneyTextProps {
  /** A decimal string. */
  amount: string;
  /** ISO 4217. */
  currency: string;
  /** Which it is of, `2026-11`; said on hover. */
  month?: string;
  /** Whether more than nothing has a plus: for changes. */
  hasSign?: boolean;
}

/** Whether amounts stand below each other, so that all of them have coins. */
export const InColumns = createContext(false);

/**
 * An amount, rounded for reading, with all its digits on hover. In a table it has
 * coins however large it is, so that a column lines up by the point.
 */
export function MoneyText(props: MoneyTextProps) {
  const { amount, currency, hasSign, month } = props;
  const hasCoins = useContext(InColumns);
  const all = `${amount} ${currency}`;
  return (
    <span
      className={textStyles.nowrap}
      title={month ? `${all}, ${formatMonth(month)}` : all}
    >
      {formatRoundMoney({ amount, currency }, { hasCoins, hasSign })}
    </span>
  );
}
