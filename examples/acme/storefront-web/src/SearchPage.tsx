import { Button, Notice, Price, TextField } from '@acme/design-system';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { searchProducts } from './SearchApi';

export function SearchPage() {
  const [params, setParams] = useSearchParams();
  const query = params.get('q') ?? '';
  const category = params.get('category') ?? undefined;

  const search = useQuery({
    queryKey: ['search', query, category],
    queryFn: ({ signal }) => searchProducts({ query, category, signal }),
    // The old list stays while the next one loads, so that nothing jumps.
    placeholderData: keepPreviousData,
  });

  return (
    <main>
      <form
        role="search"
        action={data => setParams({ q: String(data.get('q') ?? '') })}
      >
        <TextField label="Search" name="q" type="search" defaultValue={query} />
        <Button type="submit" variant="primary">
          Search
        </Button>
      </form>

      {search.isError && (
        <Notice tone="bad" title="Search does not work at the moment">
          <Button onClick={() => search.refetch()}>Try again</Button>
        </Notice>
      )}
      {search.data?.totalItems === 0 && (
        <Notice tone="info" title={`Nothing found for “${query}”`}>
          <p>Check the spelling, or try a more general word.</p>
        </Notice>
      )}
      {search.data && search.data.totalItems > 0 && (
        <>
          <p role="status">Products found: {search.data.totalItems}</p>
          <ul className="product-grid" aria-busy={search.isPlaceholderData}>
            {search.data.items.map(hit => (
              <li key={hit.productId}>
                <Link to={`/products/${hit.slug}`}>
                  <img
                    src={hit.imageUrl}
                    alt=""
                    width={320}
                    height={320}
                    loading="lazy"
                  />
                  {hit.name}
                </Link>
                <Price
                  amount={hit.price.amount}
                  currency={hit.price.currency}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
