import DataLoader from 'dataloader';
import type { ProductStore } from './ProductStore.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One set per request: lookups of one tick become one query. */
export function createLoaders(store: ProductStore) {
  return {
    categories: new DataLoader(async (keys: readonly 'all'[]) => {
      const categories = await store.listCategories();
      return keys.map(() => categories);
    }),
    product: new DataLoader(async (ids: readonly string[]) => {
      const found = await store.getProducts(ids);
      const byId = new Map(found.map(product => [product.id, product]));
      return ids.map(id => byId.get(id));
    }),
    variant: new DataLoader(async (skus: readonly string[]) => {
      const found = await store.getVariants(skus);
      const bySku = new Map(found.map(variant => [variant.sku, variant]));
      return skus.map(sku => bySku.get(sku));
    }),
    variantsOfProduct: new DataLoader(async (ids: readonly string[]) => {
      const found = await store.getVariantsOfProducts(ids);
      const byProduct = Map.groupBy(found, variant => variant.productId);
      return ids.map(id => byProduct.get(id) ?? []);
    }),
  };
}
