export type CartErrorCode =
  | 'validation'
  | 'not-found'
  | 'cart-full'
  | 'unknown-article'
  | 'version-conflict';

const STATUS: Record<CartErrorCode, number> = {
  validation: 400,
  'not-found': 404,
  'version-conflict': 409,
  'cart-full': 422,
  'unknown-article': 422,
};

export class CartError extends Error {
  readonly code: CartErrorCode;

  constructor(code: CartErrorCode, message: string) {
    super(message);
    this.name = 'CartError';
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
