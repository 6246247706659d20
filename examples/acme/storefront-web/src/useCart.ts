import { useMutation, useQueryClient } from '@tanstack/react-query';

interface AddToCartInput {
  sku: string;
  quantity: number;
}

/** Adds a line to the cart of this browser. The cart id is in a cookie. */
export function useAddToCart() {
  const queryClient = useQueryClient();

  return useMutation({
    mutationFn: async (input: AddToCartInput) => {
      const response = await fetch('/api/cart/v1/carts/current/items', {
        method: 'POST',
        credentials: 'include',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify(input),
      });
      if (response.status === 409) {
        throw new Error('Sold out while you were looking. Sorry!');
      }
      if (!response.ok) {
        throw new Error('It was not added. Please try again.');
      }
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['cart'] }),
  });
}
