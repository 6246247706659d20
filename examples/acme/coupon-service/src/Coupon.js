/**
 * @typedef {object} Coupon
 * @property {string} code
 * @property {'percent' | 'amount'} kind
 * @property {number} value Percent, or cents.
 * @property {number} minimumCents Worth of the cart from which on it counts.
 * @property {string} validUntil ISO 8601.
 * @property {number} maxUses
 * @property {number} uses
 */

/**
 * Why a coupon does not count for a cart, or undefined when it does.
 *
 * @param {Coupon | undefined} coupon
 * @param {number} cartCents
 * @param {Date} now
 * @returns {'unknown' | 'expired' | 'used-up' | 'cart-too-small' | undefined}
 */
export function rejection(coupon, cartCents, now) {
  if (!coupon) {
    return 'unknown';
  }
  if (now >= new Date(coupon.validUntil)) {
    return 'expired';
  }
  if (coupon.uses >= coupon.maxUses) {
    return 'used-up';
  }
  return cartCents < coupon.minimumCents ? 'cart-too-small' : undefined;
}

/**
 * The reduction in cents, never more than the cart is worth.
 *
 * @param {Coupon} coupon
 * @param {number} cartCents
 */
export function reductionCents(coupon, cartCents) {
  switch (coupon.kind) {
    case 'percent':
      // Rounded down: half a cent belongs to the shop.
      return Math.floor((cartCents * coupon.value) / 100);
    case 'amount':
      return Math.min(coupon.value, cartCents);
    default:
      throw new Error(`Coupon '${coupon.code}' has the kind '${coupon.kind}'`);
  }
}
