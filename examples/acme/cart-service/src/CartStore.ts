import { Redis } from 'ioredis';
import type { Cart } from './cart.js';
import { CartError } from './CartError.js';

/**
 * Writes only when the stored version is still the one that was read. Runs
 * inside the server, so that two tabs of one shopper cannot overwrite each other.
 */
const COMPARE_AND_SET = `
local stored = redis.call('GET', KEYS[1])
local version = stored and cjson.decode(stored).version or 0
if version ~= tonumber(ARGV[1]) then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
`;

export class CartStore {
  readonly #redis: Redis;
  readonly #ttlSeconds: number;

  constructor(redis: Redis, options: { ttlDays: number }) {
    this.#redis = redis;
    this.#ttlSeconds = options.ttlDays * 24 * 60 * 60;
  }

  async get(id: string): Promise<Cart> {
    const value = await this.#redis.get(`cart:${id}`);
    if (!value) {
      throw new CartError('not-found', `No basket with id '${id}'`);
    }
    return JSON.parse(value) as Cart;
  }

  /** Stores a cart that was read with `cart.version` and returns the new one. */
  async save(cart: Cart, now: Date): Promise<Cart> {
    const next: Cart = {
      ...cart,
      version: cart.version + 1,
      updatedAt: now.toISOString(),
    };
    const written = await this.#redis.eval(
      COMPARE_AND_SET,
      1,
      `cart:${cart.id}`,
      cart.version,
      JSON.stringify(next),
      this.#ttlSeconds,
    );
    if (written !== 1) {
      throw new CartError(
        'version-conflict',
        `Basket '${cart.id}' was changed since version ${cart.version}`,
      );
    }
    return next;
  }

  async findIdOfCustomer(customerId: string): Promise<string | undefined> {
    return (await this.#redis.get(`customer:${customerId}`)) ?? undefined;
  }

  async assignToCustomer(customerId: string, cartId: string): Promise<void> {
    await this.#redis.set(
      `customer:${customerId}`,
      cartId,
      'EX',
      this.#ttlSeconds,
    );
  }

  async delete(id: string): Promise<void> {
    await this.#redis.del(`cart:${id}`);
  }

  async isReady(): Promise<boolean> {
    return (await this.#redis.ping()) === 'PONG';
  }
}
