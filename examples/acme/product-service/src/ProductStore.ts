export type ProductStatus = 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';

export interface ProductRecord {
  id: string;
  slug: string;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  brand?: string;
  status: ProductStatus;
  categoryId: string;
  images: { path: string; alt: string }[];
  attributes: { name: string; value: string }[];
  createdAt: Date;
  updatedAt: Date;
}

export interface CategoryRecord {
  id: string;
  slug: string;
  names: Record<string, string>;
  parentId?: string;
}

export interface PriceChange {
  sku: string;
  price: { amount: string; currency: string };
}

export interface VariantRecord {
  sku: string;
  productId: string;
  name: string;
  taxClass: string;
  weightGrams: number;
  gtin?: string;
  stock: number;
  amount: string;
  currency: string;
  lowestAmount30Days: string;
}

export interface ListProductsOptions {
  limit: number;
  after?: { updatedAt: string; id: string };
  status: ProductStatus;
  categorySlug?: string;
  updatedSince?: string;
}

export interface ProductStore {
  getProducts(ids: readonly string[]): Promise<ProductRecord[]>;
  getProductBySlug(slug: string): Promise<ProductRecord | undefined>;
  listProducts(options: ListProductsOptions): Promise<ProductRecord[]>;
  countProducts(
    options: Omit<ListProductsOptions, 'limit' | 'after'>,
  ): Promise<number>;
  /** All of them: there are a few hundred, and the shop needs the whole tree. */
  listCategories(): Promise<CategoryRecord[]>;
  getVariants(skus: readonly string[]): Promise<VariantRecord[]>;
  getVariantsOfProducts(ids: readonly string[]): Promise<VariantRecord[]>;
  schedulePrices(validFrom: string, changes: PriceChange[]): Promise<number>;
  setStatus(
    id: string,
    status: ProductStatus,
  ): Promise<ProductRecord | undefined>;
}
