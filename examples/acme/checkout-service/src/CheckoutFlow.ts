import { randomUUID } from 'node:crypto';
import type { PaymentsClient } from '@acme/payments-sdk';
import { CheckoutError } from './CheckoutError.js';
import type { CartClient, OrderClient, PricingClient } from './clients.js';
import type { InventoryClient } from './InventoryClient.js';
import type { DeliveryAddress, Session } from './session.js';

const CURRENCY: Record<string, 'EUR' | 'GBP' | 'SEK' | 'DKK' | 'PLN' | 'CZK'> =
  { GB: 'GBP', SE: 'SEK', DK: 'DKK', PL: 'PLN', CZ: 'CZK' };

export interface CheckoutFlowOptions {
  carts: Pick<CartClient, 'get' | 'delete'>;
  pricing: Pick<PricingClient, 'price'>;
  inventory: Pick<InventoryClient, 'reserve' | 'release'>;
  payments: Pick<PaymentsClient, 'authorise' | 'cancel'>;
  orders: Pick<OrderClient, 'nextNumber' | 'place'>;
}

export interface CompleteInput {
  paymentToken: string;
  /** The total that the page showed; the customer pays this or nothing. */
  acceptedTotalMinor: number;
}

export class CheckoutFlow {
  readonly #options: CheckoutFlowOptions;

  constructor(options: CheckoutFlowOptions) {
    this.#options = options;
  }

  async start(cartId: string, vouchers: string[]): Promise<Session> {
    const { carts, inventory, pricing } = this.#options;
    const cart = await carts.get(cartId);
    if (cart.lines.length === 0) {
      throw new CheckoutError('cart-empty', 'The basket is empty');
    }
    const lines = cart.lines.map(({ sku, quantity }) => ({ sku, quantity }));
    const currency = CURRENCY[cart.market] ?? 'EUR';
    const price = await pricing.price({
      country: cart.market,
      currency,
      vouchers,
      isMember: cart.customerId !== undefined,
      lines,
    });

    const id = randomUUID();
    const reservation = await inventory.reserve(id, lines);
    if (reservation.missing.length > 0) {
      throw new CheckoutError('out-of-stock', 'Some articles are sold out', {
        missing: reservation.missing,
      });
    }
    return {
      id,
      cartId,
      customerId: cart.customerId,
      market: cart.market,
      currency,
      lines,
      vouchers,
      reservationId: reservation.id,
      totalMinor: price.grossMinor,
      attempt: 0,
    };
  }

  setDelivery(
    session: Session,
    address: DeliveryAddress,
    optionId: string,
  ): Session {
    return { ...session, delivery: { address, optionId } };
  }

  async complete(session: Session, input: CompleteInput) {
    const { carts, inventory, orders, payments, pricing } = this.#options;
    const { delivery } = session;
    if (!delivery) {
      throw new CheckoutError('delivery-missing', 'Choose a delivery first');
    }
    const price = await pricing.price({
      country: session.market,
      currency: session.currency,
      vouchers: session.vouchers,
      isMember: session.customerId !== undefined,
      lines: session.lines,
    });
    if (price.grossMinor !== input.acceptedTotalMinor) {
      throw new CheckoutError('price-changed', 'The total has changed', {
        totalMinor: price.grossMinor,
      });
    }

    const orderNumber = await orders.nextNumber(session.id);
    const payment = await payments.authorise(
      {
        orderNumber,
        customerId: session.customerId,
        amount: {
          minorUnits: price.grossMinor,
          currency: CURRENCY[session.market] ?? 'EUR',
        },
        paymentToken: input.paymentToken,
      },
      `${session.id}/attempt-${session.attempt}`,
    );
    if (payment.status === 'declined') {
      throw new CheckoutError(
        'payment-declined',
        'The bank declined the payment',
        { declineCode: payment.declineCode },
      );
    }

    try {
      await orders.place({
        orderNumber,
        checkoutId: session.id,
        customerId: session.customerId,
        paymentId: payment.id,
        reservationId: session.reservationId,
        market: session.market,
        price,
        delivery,
      });
    } catch (error) {
      // No order, so the customer's money and our stock must not stay blocked.
      await Promise.allSettled([
        payments.cancel(payment.id),
        inventory.release(session.reservationId),
      ]);
      throw error;
    }
    await carts.delete(session.cartId);
    return { orderNumber, totalMinor: price.grossMinor };
  }
}
