export interface SearchHit {
  productId: string;
  slug: string;
  name: string;
  imageUrl: string;
  price: { amount: string; currency: string };
}

export interface SearchFacet {
  name: string;
  values: { value: string; count: number }[];
}

export interface SearchResult {
  items: SearchHit[];
  totalItems: number;
  facets: SearchFacet[];
  nextCursor?: string;
}

export interface SearchOptions {
  query: string;
  category?: string;
  signal?: AbortSignal;
}

export async function searchProducts(
  options: SearchOptions,
): Promise<SearchResult> {
  const params = new URLSearchParams({ q: options.query, limit: '24' });
  if (options.category) {
    params.set('category', options.category);
  }
  const response = await fetch(`/api/search/v1/products?${params}`, {
    signal: options.signal,
  });
  if (!response.ok) {
    throw new Error(`Search API answered ${response.status}`);
  }
  return response.json();
}
