import { PaymentsClient } from '@acme/payments-sdk';
import { CheckoutFlow } from './CheckoutFlow.js';
import { CartClient, OrderClient, PricingClient } from './clients.js';
import { createServer } from './createServer.js';
import { InventoryClient } from './InventoryClient.js';
import { ServiceToken } from './ServiceToken.js';
import { SessionSigner } from './session.js';

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`The environment variable ${name} is missing`);
  }
  return value;
}

const holdMinutes = Number(required('RESERVATION_MINUTES'));
const token = new ServiceToken({
  tokenUrl: 'https://login.acme.example/oauth/token',
  clientId: 'checkout-service',
  clientSecret: required('CHECKOUT_CLIENT_SECRET'),
});

const server = createServer({
  flow: new CheckoutFlow({
    carts: new CartClient(required('CART_API_URL')),
    pricing: new PricingClient(required('PRICING_SERVICE_URL')),
    inventory: new InventoryClient({
      address: required('INVENTORY_API_ADDRESS'),
      holdMinutes,
    }),
    payments: new PaymentsClient({
      baseUrl: required('PAYMENT_API_URL'),
      client: 'checkout-service',
      getToken: () => token.get(),
    }),
    orders: new OrderClient(required('ORDER_SERVICE_URL')),
  }),
  signer: new SessionSigner({
    key: required('CHECKOUT_SIGNING_KEY'),
    lifetimeMinutes: holdMinutes,
  }),
  isLogging: true,
});

process.once('SIGTERM', () => void server.close());
await server.listen({ host: '0.0.0.0', port: Number(required('PORT')) });
