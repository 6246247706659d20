export type Currency = 'EUR' | 'GBP' | 'SEK' | 'DKK' | 'PLN' | 'CZK';

/** An amount in the minor unit of its currency, so that no rounding happens. */
export interface Money {
  minorUnits: number;
  currency: Currency;
}

export type PaymentStatus =
  | 'authorised'
  | 'captured'
  | 'cancelled'
  | 'partially_refunded'
  | 'refunded'
  | 'declined';

export type RefundReason = 'returned' | 'damaged' | 'goodwill' | 'duplicate';

export interface Payment {
  id: string;
  orderNumber: string;
  status: PaymentStatus;
  amount: Money;
  refunded: Money;
  declineCode?: string | null;
  createdAt: string;
  capturedAt?: string | null;
}

export interface CreatePayment {
  orderNumber: string;
  customerId?: string;
  amount: Money;
  paymentToken: string;
}

/** Problem details as of RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
}
