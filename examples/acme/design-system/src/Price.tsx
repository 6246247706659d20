export interface PriceProps {
  /** Decimal string in major units, as the services send it: `'19.90'`. */
  amount: string;
  /** ISO 4217. */
  currency: string;
  /** Price before a reduction. Shown only when it is higher. */
  previousAmount?: string;
  locale?: string;
}

export function Price(props: PriceProps) {
  const { amount, currency, previousAmount, locale = 'en-IE' } = props;
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const isReduced =
    previousAmount !== undefined && Number(previousAmount) > Number(amount);

  if (!isReduced) {
    return <span className="acme-price">{format.format(Number(amount))}</span>;
  }
  return (
    <span className="acme-price" data-reduced>
      <span className="acme-visually-hidden">Now </span>
      <ins>{format.format(Number(amount))}</ins>{' '}
      <span className="acme-visually-hidden">instead of </span>
      <del>{format.format(Number(previousAmount))}</del>
    </span>
  );
}
