import { jwtVerify, SignJWT } from 'jose';
import { CheckoutError } from './CheckoutError.js';

export interface DeliveryAddress {
  recipient: string;
  lines: string[];
  postalCode: string;
  city: string;
  country: string;
}

/** Everything that the checkout knows. It travels with the browser, signed. */
export interface Session {
  id: string;
  cartId: string;
  customerId?: string;
  market: string;
  currency: string;
  lines: Array<{ sku: string; quantity: number }>;
  vouchers: string[];
  reservationId: string;
  totalMinor: number;
  delivery?: { address: DeliveryAddress; optionId: string };
  /** Counts payment attempts: part of the idempotency key. */
  attempt: number;
}

/**
 * Signs sessions, so that the service needs no store and any replica can go on
 * with any checkout. The token lives as long as the stock reservation.
 */
export class SessionSigner {
  readonly #key: Uint8Array;
  readonly #lifetime: string;

  constructor(options: { key: string; lifetimeMinutes: number }) {
    this.#key = new TextEncoder().encode(options.key);
    this.#lifetime = `${options.lifetimeMinutes}m`;
  }

  async sign(session: Session): Promise<string> {
    return new SignJWT({ session })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setSubject(session.id)
      .setExpirationTime(this.#lifetime)
      .sign(this.#key);
  }

  async verify(id: string, token: string): Promise<Session> {
    try {
      const { payload } = await jwtVerify<{ session: Session }>(
        token,
        this.#key,
        { subject: id, algorithms: ['HS256'] },
      );
      return payload.session;
    } catch {
      throw new CheckoutError(
        'session-expired',
        'The checkout took too long, start again from the basket',
      );
    }
  }
}
