const STATUS = {
  'session-expired': 410,
  'cart-empty': 422,
  'out-of-stock': 409,
  'price-changed': 409,
  'delivery-missing': 422,
  'payment-declined': 422,
} as const;

export type CheckoutErrorCode = keyof typeof STATUS;

export class CheckoutError extends Error {
  readonly code: CheckoutErrorCode;
  /** What the page needs to go on, for example the new price. */
  readonly details: Record<string, unknown>;

  constructor(
    code: CheckoutErrorCode,
    message: string,
    details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'CheckoutError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
