import type { Pool } from 'pg';
import type {
  CategoryRecord,
  ListProductsOptions,
  PriceChange,
  ProductRecord,
  ProductStatus,
  ProductStore,
  VariantRecord,
} from './ProductStore.ts';

const PRODUCT_COLUMNS = `
  id, slug, names, descriptions, brand, status,
  category_id AS "categoryId", images, attributes, created_at AS "createdAt",
  updated_at AS "updatedAt"`;

// The price in force, and the lowest one of the 30 days before it: what the law
// wants to see beside a reduced price.
const VARIANT_QUERY = `
  SELECT v.sku, v.product_id AS "productId", v.name,
         v.tax_class AS "taxClass", v.weight_grams AS "weightGrams",
         v.gtin, v.stock, current.amount::text, current.currency,
         coalesce(earlier.lowest, current.amount)::text
           AS "lowestAmount30Days"
    FROM variants v
    JOIN LATERAL (
      SELECT amount, currency, valid_from FROM prices
       WHERE sku = v.sku AND valid_from <= now()
       ORDER BY valid_from DESC LIMIT 1
    ) current ON true
    LEFT JOIN LATERAL (
      SELECT min(amount) AS lowest
        FROM (
          SELECT amount, lead(valid_from) OVER (ORDER BY valid_from) AS ended
            FROM prices WHERE sku = v.sku
        ) history
       WHERE ended <= current.valid_from
         AND ended > current.valid_from - interval '30 days'
    ) earlier ON true`;

export class DatabaseProductStore implements ProductStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async getProducts(ids: readonly string[]): Promise<ProductRecord[]> {
    const { rows } = await this.#pool.query<ProductRecord>(
      `SELECT ${PRODUCT_COLUMNS} FROM products WHERE id = ANY($1)`,
      [ids],
    );
    return rows;
  }

  async getProductBySlug(slug: string): Promise<ProductRecord | undefined> {
    const { rows } = await this.#pool.query<ProductRecord>(
      `SELECT ${PRODUCT_COLUMNS} FROM products WHERE slug = $1`,
      [slug],
    );
    return rows[0];
  }

  async listProducts(options: ListProductsOptions): Promise<ProductRecord[]> {
    const { rows } = await this.#pool.query<ProductRecord>(
      `SELECT ${PRODUCT_COLUMNS} FROM products
        WHERE status = $1
          AND ($2::timestamptz IS NULL OR updated_at >= $2)
          AND ($3::text IS NULL OR category_id =
               (SELECT id FROM categories WHERE slug = $3))
          AND ($4::timestamptz IS NULL OR (updated_at, id) < ($4, $5))
        ORDER BY updated_at DESC, id DESC
        LIMIT $6`,
      [
        options.status,
        options.updatedSince,
        options.categorySlug,
        options.after?.updatedAt,
        options.after?.id,
        options.limit,
      ],
    );
    return rows;
  }

  async countProducts(
    options: Omit<ListProductsOptions, 'limit' | 'after'>,
  ): Promise<number> {
    const { rows } = await this.#pool.query<{ count: string }>(
      `SELECT count(*) FROM products
        WHERE status = $1
          AND ($2::timestamptz IS NULL OR updated_at >= $2)
          AND ($3::text IS NULL OR category_id =
               (SELECT id FROM categories WHERE slug = $3))`,
      [options.status, options.updatedSince, options.categorySlug],
    );
    return Number(rows[0]?.count ?? 0);
  }

  async listCategories(): Promise<CategoryRecord[]> {
    const { rows } = await this.#pool.query<CategoryRecord>(
      `SELECT id, slug, names, parent_id AS "parentId"
         FROM categories ORDER BY slug`,
    );
    return rows;
  }

  async getVariants(skus: readonly string[]): Promise<VariantRecord[]> {
    const { rows } = await this.#pool.query<VariantRecord>(
      `${VARIANT_QUERY} WHERE v.sku = ANY($1)`,
      [skus],
    );
    return rows;
  }

  async getVariantsOfProducts(
    ids: readonly string[],
  ): Promise<VariantRecord[]> {
    const { rows } = await this.#pool.query<VariantRecord>(
      `${VARIANT_QUERY} WHERE v.product_id = ANY($1) ORDER BY v.position`,
      [ids],
    );
    return rows;
  }

  async schedulePrices(
    validFrom: string,
    changes: PriceChange[],
  ): Promise<number> {
    const result = await this.#pool.query(
      `INSERT INTO prices (sku, valid_from, amount, currency)
       SELECT sku, $1, amount, currency
         FROM unnest($2::text[], $3::numeric[], $4::text[])
           AS change (sku, amount, currency)`,
      [
        validFrom,
        changes.map(change => change.sku),
        changes.map(change => change.price.amount),
        changes.map(change => change.price.currency),
      ],
    );
    return result.rowCount ?? 0;
  }

  async setStatus(
    id: string,
    status: ProductStatus,
  ): Promise<ProductRecord | undefined> {
    const { rows } = await this.#pool.query<ProductRecord>(
      `UPDATE products SET status = $2, updated_at = now()
        WHERE id = $1 RETURNING ${PRODUCT_COLUMNS}`,
      [id, status],
    );
    return rows[0];
  }
}
