import { formatRoundMoney } from '@atrium/common';
import textStyles from '../layout/text.module.css';

/** Props of {@link MoneyText}. */
export interface MoneyTextProps {
  /** A decimal string. */
  amount: string;
  /** ISO 4217. */
  currency: string;
  /** Whether more than nothing has a plus: for changes. */
  hasSign?: boolean;
}

/** An amount, rounded for reading, with all its digits on hover. */
export function MoneyText({ amount, currency, hasSign }: MoneyTextProps) {
  return (
    <span className={textStyles.nowrap} title={`${amount} ${currency}`}>
      {formatRoundMoney({ amount, currency }, { hasSign })}
    </span>
  );
}
