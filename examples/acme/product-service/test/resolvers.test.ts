import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLoaders } from '../src/loaders.ts';
import type { ProductRecord, ProductStore } from '../src/ProductStore.ts';
import { resolvers } from '../src/resolvers.ts';

function makeProduct(index: number): ProductRecord {
  return {
    id: `prd_${index}`,
    slug: `product-${index}`,
    names: { en: `Product ${index}`, de: `Produkt ${index}` },
    descriptions: { en: '' },
    status: 'PUBLISHED',
    categoryId: 'cat_1',
    images: [],
    attributes: [],
    createdAt: new Date('2026-01-01T00:00:00Z'),
    updatedAt: new Date(Date.UTC(2026, 0, 30 - index)),
  };
}

function makeContext(products: ProductRecord[], scopes: string[] = []) {
  let lookups = 0;
  const store: ProductStore = {
    getProducts: async ids => {
      lookups += 1;
      return products.filter(product => ids.includes(product.id));
    },
    getProductBySlug: async slug =>
      products.find(product => product.slug === slug),
    listProducts: async ({ limit, after }) => {
      const start = after
        ? products.findIndex(product => product.id === after.id) + 1
        : 0;
      return products.slice(start, start + limit);
    },
    countProducts: async () => products.length,
    listCategories: async () => [],
    schedulePrices: async (_, changes) => changes.length,
    getVariants: async () => [],
    getVariantsOfProducts: async () => [],
    setStatus: async id => products.find(product => product.id === id),
  };
  const context = {
    store,
    loaders: createLoaders(store),
    scopes: new Set(scopes),
  };
  return { context, lookups: () => lookups };
}

describe('resolvers', () => {
  it('pages through the catalogue without gaps', async () => {
    const { context } = makeContext([1, 2, 3].map(makeProduct));
    const first = await resolvers.Query.products({}, { first: 2 }, context);
    assert.deepEqual(
      first.edges.map(edge => edge.node.id),
      ['prd_1', 'prd_2'],
    );
    assert.equal(first.pageInfo.hasNextPage, true);

    const second = await resolvers.Query.products(
      {},
      { first: 2, after: first.pageInfo.endCursor },
      context,
    );
    assert.deepEqual(
      second.edges.map(edge => edge.node.id),
      ['prd_3'],
    );
    assert.equal(second.pageInfo.hasNextPage, false);
  });

  it('looks products up once per tick', async () => {
    const { context, lookups } = makeContext([1, 2].map(makeProduct));
    await Promise.all([
      resolvers.Query.product({}, { id: 'prd_1' }, context),
      resolvers.Query.product({}, { id: 'prd_2' }, context),
    ]);
    assert.equal(lookups(), 1);
  });

  it('falls back from the region to the language to English', () => {
    const product = makeProduct(1);
    const name = (locale: string) =>
      resolvers.Product.name(product, { locale });
    assert.equal(name('de-AT'), 'Produkt 1');
    assert.equal(name('fr-FR'), 'Product 1');
  });

  it('shows a previous price only while the price is reduced', () => {
    const variant = {
      sku: 'RC-M',
      productId: 'prd_1',
      name: 'M',
      taxClass: 'STANDARD',
      weightGrams: 640,
      stock: 4,
      amount: '9.90',
      currency: 'EUR',
      lowestAmount30Days: '12.90',
    };
    assert.deepEqual(resolvers.Variant.previousPrice(variant), {
      amount: '12.90',
      currency: 'EUR',
    });
    assert.equal(
      resolvers.Variant.previousPrice({
        ...variant,
        lowestAmount30Days: '9.90',
      }),
      undefined,
    );
    assert.equal(resolvers.Variant.availability(variant), 'LOW_STOCK');
  });

  it('publishes for nobody without the scope', async () => {
    const { context } = makeContext([makeProduct(1)]);
    await assert.rejects(
      resolvers.Mutation.publishProduct({}, { id: 'prd_1' }, context),
      /Needs the scope/,
    );
  });
});
