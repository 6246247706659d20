import { Button, Card, Notice, Price } from '@acme/design-system';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { fetchProduct } from './ProductApi';
import { useAddToCart } from './useCart';

const AVAILABILITY = {
  IN_STOCK: 'In stock, delivered in two to three days',
  LOW_STOCK: 'Only a few left',
  SOLD_OUT: 'Sold out',
};

export default function ProductPage() {
  const { slug = '' } = useParams();
  const [chosenSku, setChosenSku] = useState<string>();
  const addToCart = useAddToCart();
  const product = useQuery({
    queryKey: ['product', slug],
    queryFn: async () => (await fetchProduct(slug)) ?? null,
  });

  if (product.isPending) {
    return <p aria-busy="true">Loading…</p>;
  }
  if (product.isError) {
    return (
      <Notice tone="bad" title="This product could not be loaded">
        <Button onClick={() => product.refetch()}>Try again</Button>
      </Notice>
    );
  }
  const variants = product.data?.variants ?? [];
  const variant = variants.find(v => v.sku === chosenSku) ?? variants[0];
  if (!product.data || !variant) {
    return <Notice tone="info" title="We no longer have this product" />;
  }

  return (
    <main>
      <h1>{product.data.name}</h1>
      <p>{product.data.description}</p>
      <Card title="Choose">
        <fieldset>
          <legend>Variant</legend>
          {variants.map(({ sku, name }) => (
            <label key={sku}>
              <input
                type="radio"
                name="variant"
                checked={sku === variant.sku}
                onChange={() => setChosenSku(sku)}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <Price
          amount={variant.price.amount}
          currency={variant.price.currency}
          previousAmount={variant.previousPrice?.amount}
        />
        <p>{AVAILABILITY[variant.availability]}</p>
        {variant.availability !== 'SOLD_OUT' && (
          <Button
            variant="primary"
            isBusy={addToCart.isPending}
            onClick={() => addToCart.mutate({ sku: variant.sku, quantity: 1 })}
          >
            Add to cart
          </Button>
        )}
        {addToCart.isSuccess && <Notice tone="good" title="Added to cart" />}
        {addToCart.isError && (
          <Notice tone="bad" title={addToCart.error.message} />
        )}
      </Card>
    </main>
  );
}
