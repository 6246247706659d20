export interface ProductInfo {
  sku: string;
  name: string;
  unitMinor: number;
  currency: string;
  isAvailable: boolean;
}

interface Variant {
  sku: string;
  name: string;
  availability: 'IN_STOCK' | 'LOW_STOCK' | 'SOLD_OUT';
  price: { amount: string; currency: string };
}

const QUERY = `query CartVariants($skus: [String!]!) {
  variants(skus: $skus) { sku name availability price { amount currency } }
}`;

/** Reads articles through the product API and remembers them for a minute. */
export class ProductClient {
  readonly #url: string;
  readonly #cacheMs: number;
  readonly #cache = new Map<string, { info: ProductInfo; expiresAt: number }>();

  constructor(options: { url: string; cacheSeconds: number }) {
    this.#url = options.url;
    this.#cacheMs = options.cacheSeconds * 1000;
  }

  async find(skus: string[]): Promise<Map<string, ProductInfo>> {
    const now = Date.now();
    const found = new Map<string, ProductInfo>();
    const missing: string[] = [];
    for (const sku of skus) {
      const cached = this.#cache.get(sku);
      if (cached && cached.expiresAt > now) {
        found.set(sku, cached.info);
      } else {
        missing.push(sku);
      }
    }
    if (missing.length > 0) {
      for (const info of await this.#query(missing)) {
        found.set(info.sku, info);
        this.#cache.set(info.sku, { info, expiresAt: now + this.#cacheMs });
      }
    }
    return found;
  }

  async #query(skus: string[]): Promise<ProductInfo[]> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, variables: { skus } }),
      signal: AbortSignal.timeout(1500),
    });
    if (!response.ok) {
      throw new Error(`The product API answered ${response.status}`);
    }
    const { data } = (await response.json()) as {
      data: { variants: Array<Variant | null> };
    };
    return data.variants
      .filter(variant => variant !== null)
      .map(variant => ({
        sku: variant.sku,
        name: variant.name,
        unitMinor: Math.round(Number(variant.price.amount) * 100),
        currency: variant.price.currency,
        isAvailable: variant.availability !== 'SOLD_OUT',
      }));
  }
}
