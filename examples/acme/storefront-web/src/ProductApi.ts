export interface Money {
  amount: string;
  currency: string;
}

export interface Product {
  id: string;
  name: string;
  description: string;
  variants: {
    sku: string;
    name: string;
    price: Money;
    previousPrice: Money | null;
    availability: 'IN_STOCK' | 'LOW_STOCK' | 'SOLD_OUT';
  }[];
}

const PRODUCT_QUERY = /* GraphQL */ `
  query ProductPage($slug: String!) {
    productBySlug(slug: $slug) {
      id
      name
      description
      variants {
        sku
        name
        price {
          amount
          currency
        }
        previousPrice {
          amount
          currency
        }
        availability
      }
    }
  }
`;

/** Answers undefined when there is no such product. */
export async function fetchProduct(slug: string): Promise<Product | undefined> {
  const response = await fetch('/api/product/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: PRODUCT_QUERY, variables: { slug } }),
  });
  if (!response.ok) {
    throw new Error(`Product API answered ${response.status}`);
  }
  const body: {
    data?: { productBySlug: Product | null };
    errors?: { message: string }[];
  } = await response.json();
  if (body.errors?.length || !body.data) {
    throw new Error(body.errors?.[0]?.message ?? 'Product API sent no data');
  }
  return body.data.productBySlug ?? undefined;
}
