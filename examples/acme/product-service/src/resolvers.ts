import { GraphQLError } from 'graphql';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Loaders } from './loaders.ts';
import type {
  CategoryRecord,
  PriceChange,
  ProductRecord,
  ProductStatus,
  ProductStore,
  VariantRecord,
} from './ProductStore.ts';

export interface RequestContext {
  store: ProductStore;
  loaders: Loaders;
  scopes: ReadonlySet<string>;
}

const MAX_BATCH = 100;
const LOW_STOCK_BELOW = 5;

interface ProductsArgs {
  first: number;
  after?: string;
  filter?: {
    status?: ProductStatus;
    categorySlug?: string;
    updatedSince?: string;
  };
}

export const resolvers = {
  Query: {
    product: (_: unknown, args: { id: string }, context: RequestContext) =>
      context.loaders.product.load(args.id),

    productBySlug: (
      _: unknown,
      args: { slug: string },
      context: RequestContext,
    ) => context.store.getProductBySlug(args.slug),

    productsByIds: (
      _: unknown,
      args: { ids: string[] },
      context: RequestContext,
    ) => {
      checkBatch(args.ids);
      return context.loaders.product.loadMany(args.ids);
    },

    variant: (_: unknown, args: { sku: string }, context: RequestContext) =>
      context.loaders.variant.load(args.sku),

    variants: (
      _: unknown,
      args: { skus: string[] },
      context: RequestContext,
    ) => {
      checkBatch(args.skus);
      return context.loaders.variant.loadMany(args.skus);
    },

    products: async (
      _: unknown,
      args: ProductsArgs,
      context: RequestContext,
    ) => {
      const limit = Math.min(Math.max(args.first, 1), MAX_BATCH);
      const filter = {
        status: args.filter?.status ?? ('PUBLISHED' as const),
        categorySlug: args.filter?.categorySlug,
        updatedSince: args.filter?.updatedSince,
      };
      const found = await context.store.listProducts({
        ...filter,
        after: args.after ? decodeCursor(args.after) : undefined,
        // One more than asked for tells whether there is a next page.
        limit: limit + 1,
      });
      const edges = found.slice(0, limit).map(node => ({
        node,
        cursor: encodeCursor({
          updatedAt: node.updatedAt.toISOString(),
          id: node.id,
        }),
      }));
      return {
        edges,
        pageInfo: {
          hasNextPage: found.length > limit,
          endCursor: edges.at(-1)?.cursor,
        },
        totalCount: () => context.store.countProducts(filter),
      };
    },

    categories: async (_: unknown, __: unknown, context: RequestContext) =>
      (await context.loaders.categories.load('all')).filter(
        category => !category.parentId,
      ),

    category: async (
      _: unknown,
      args: { slug: string },
      context: RequestContext,
    ) =>
      (await context.loaders.categories.load('all')).find(
        category => category.slug === args.slug,
      ),
  },

  Mutation: {
    publishProduct: async (
      _: unknown,
      args: { id: string },
      context: RequestContext,
    ) => {
      requireScope(context, 'catalogue:write');
      const variants = await context.loaders.variantsOfProduct.load(args.id);
      if (variants.length === 0) {
        return {
          errors: [{ field: 'id', message: 'Add a variant with a price.' }],
        };
      }
      const product = await context.store.setStatus(args.id, 'PUBLISHED');
      return product
        ? { product, errors: [] }
        : { errors: [{ field: 'id', message: 'No such product.' }] };
    },

    withdrawProduct: async (
      _: unknown,
      args: { id: string },
      context: RequestContext,
    ) => {
      requireScope(context, 'catalogue:write');
      const product = await context.store.setStatus(args.id, 'WITHDRAWN');
      return product
        ? { product, errors: [] }
        : { errors: [{ field: 'id', message: 'No such product.' }] };
    },

    schedulePrices: async (
      _: unknown,
      args: { input: { validFrom: string; prices: PriceChange[] } },
      context: RequestContext,
    ) => {
      requireScope(context, 'catalogue:write');
      const { validFrom, prices } = args.input;
      const known = await context.loaders.variant.loadMany(
        prices.map(change => change.sku),
      );
      const errors = known.flatMap((variant, index) =>
        variant
          ? []
          : [{ field: `prices.${index}.sku`, message: 'No such variant.' }],
      );
      if (errors.length > 0) {
        return { scheduledCount: 0, errors };
      }
      return {
        scheduledCount: await context.store.schedulePrices(validFrom, prices),
        errors,
      };
    },
  },

  Category: {
    name: (category: CategoryRecord, args: { locale: string }) =>
      localised(category.names, args.locale),
    parent: async (
      category: CategoryRecord,
      _: unknown,
      context: RequestContext,
    ) =>
      (await context.loaders.categories.load('all')).find(
        other => other.id === category.parentId,
      ),
    children: async (
      category: CategoryRecord,
      _: unknown,
      context: RequestContext,
    ) =>
      (await context.loaders.categories.load('all')).filter(
        other => other.parentId === category.id,
      ),
  },

  Image: {
    url: (image: { path: string }, args: { width: number }) =>
      `https://images.acme.example/${image.path}/${args.width}.webp`,
  },

  Product: {
    name: (product: ProductRecord, args: { locale: string }) =>
      localised(product.names, args.locale),
    description: (product: ProductRecord, args: { locale: string }) =>
      localised(product.descriptions, args.locale),
    variants: (product: ProductRecord, _: unknown, context: RequestContext) =>
      context.loaders.variantsOfProduct.load(product.id),
    category: async (
      product: ProductRecord,
      _: unknown,
      context: RequestContext,
    ) =>
      (await context.loaders.categories.load('all')).find(
        category => category.id === product.categoryId,
      ),
    priceFrom: async (
      product: ProductRecord,
      _: unknown,
      context: RequestContext,
    ) => {
      const variants = await context.loaders.variantsOfProduct.load(product.id);
      const [cheapest] = variants.toSorted(
        (a, b) => Number(a.amount) - Number(b.amount),
      );
      return (
        cheapest && { amount: cheapest.amount, currency: cheapest.currency }
      );
    },
  },

  Variant: {
    product: (variant: VariantRecord, _: unknown, context: RequestContext) =>
      context.loaders.product.load(variant.productId),
    price: ({ amount, currency }: VariantRecord) => ({ amount, currency }),
    previousPrice: (variant: VariantRecord) =>
      Number(variant.lowestAmount30Days) > Number(variant.amount)
        ? { amount: variant.lowestAmount30Days, currency: variant.currency }
        : undefined,
    availability: ({ stock }: VariantRecord) => {
      if (stock <= 0) {
        return 'SOLD_OUT';
      }
      return stock < LOW_STOCK_BELOW ? 'LOW_STOCK' : 'IN_STOCK';
    },
  },
};

function localised(texts: Record<string, string>, locale: string): string {
  const language = locale.split('-')[0] ?? locale;
  return texts[locale] ?? texts[language] ?? texts.en ?? '';
}

function checkBatch(values: string[]): void {
  if (values.length > MAX_BATCH) {
    throw new GraphQLError(`At most ${MAX_BATCH} at once`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
}

function requireScope(context: RequestContext, scope: string): void {
  if (!context.scopes.has(scope)) {
    throw new GraphQLError(`Needs the scope '${scope}'`, {
      extensions: { code: 'FORBIDDEN' },
    });
  }
}
