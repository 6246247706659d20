import { CartError } from './CartError.js';

export const MAX_LINES = 100;
export const MAX_QUANTITY = 99;

export interface CartLine {
  sku: string;
  quantity: number;
}

export interface Cart {
  id: string;
  /** Absent while the shopper is a guest. */
  customerId?: string;
  market: string;
  lines: CartLine[];
  /** Grows with every change; writers name the version that they have read. */
  version: number;
  updatedAt: string;
}

/** Sets the quantity of an article; zero takes it out of the basket. */
export function setQuantity(cart: Cart, sku: string, quantity: number): Cart {
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > MAX_QUANTITY) {
    throw new CartError(
      'validation',
      `Quantity must be between 0 and ${MAX_QUANTITY}`,
    );
  }
  const others = cart.lines.filter(line => line.sku !== sku);
  if (quantity === 0) {
    return { ...cart, lines: others };
  }
  const isKnown = others.length < cart.lines.length;
  if (!isKnown && cart.lines.length >= MAX_LINES) {
    throw new CartError('cart-full', `A basket has at most ${MAX_LINES} lines`);
  }
  const lines = isKnown
    ? cart.lines.map(line => (line.sku === sku ? { sku, quantity } : line))
    : [...cart.lines, { sku, quantity }];
  return { ...cart, lines };
}

/**
 * Puts the basket of a guest into the one that the customer left behind. The
 * guest's quantities win: they are what the shopper has just seen.
 */
export function merge(customer: Cart, guest: Cart): Cart {
  const guestSkus = new Set(guest.lines.map(line => line.sku));
  const kept = customer.lines.filter(line => !guestSkus.has(line.sku));
  return {
    ...customer,
    market: guest.market,
    lines: [...guest.lines, ...kept].slice(0, MAX_LINES),
  };
}
