/** Amounts in billionths of a unit of the currency. */
export interface ChargeAmounts {
  billed: bigint;
  effective: bigint;
  list: bigint;
  contracted: bigint;
}

/** How much of something was used, and for which prices in millionths. */
export interface ChargeQuantity {
  /** In thousandths of the unit. */
  amount: bigint;
  unit: string;
  listPrice: bigint;
  contractedPrice: bigint;
}

/** A line of a bill, whatever version of FOCUS it is written in. */
export interface Charge {
  category: 'Usage' | 'Purchase' | 'Credit' | 'Tax';
  isCorrection: boolean;
  frequency: 'Usage-Based' | 'One-Time' | 'Recurring';
  description: string;
  /** A day in UTC, as days since 1970. */
  day: number;
  service: { name: string; category: string; subcategory?: string };
  publisher?: string;
  subAccount: { id: string; name: string };
  resource?: { id: string; name?: string; type?: string };
  tags: Record<string, string>;
  skuId?: string;
  quantity?: ChargeQuantity;
  commitment?: {
    id: string;
    name: string;
    type: string;
    /** Missing for its purchase. */
    status?: 'Used' | 'Unused';
  };
  amounts: ChargeAmounts;
}

const fractionDigits = { thousandths: 3, millionths: 6, billionths: 9 };

/** Writes a whole number of such parts as a decimal, without needless zeros. */
export function formatDecimal(
  value: bigint,
  parts: keyof typeof fractionDigits,
): string {
  const digits = fractionDigits[parts];
  const text = `${value < 0n ? -value : value}`.padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  const whole = text.slice(0, -digits);
  return `${value < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** Reads a decimal with no more digits than that as a whole number of such parts. */
export function parseDecimal(
  text: string,
  parts: keyof typeof fractionDigits,
): bigint {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(fractionDigits[parts], '0'));
  return text.startsWith('-') ? -value : value;
}
