import { Button } from '@acme/design-system';
import { useState } from 'react';
import type { InventoryApi } from './InventoryApi';
import { CountPage } from './pages/CountPage';
import { PackPage } from './pages/PackPage';
import type { ShippingApi } from './ShippingApi';

const PAGES = { pack: 'Pack', count: 'Count' } as const;

export interface AppProps {
  inventory: InventoryApi;
  shipping: ShippingApi;
}

export function App({ inventory, shipping }: AppProps) {
  const [page, setPage] = useState<keyof typeof PAGES>('pack');

  return (
    <>
      <nav aria-label="Tasks">
        {Object.entries(PAGES).map(([id, label]) => (
          <Button
            key={id}
            variant={id === page ? 'primary' : 'quiet'}
            aria-current={id === page ? 'page' : undefined}
            onClick={() => setPage(id as keyof typeof PAGES)}
          >
            {label}
          </Button>
        ))}
      </nav>
      <main>
        {page === 'pack' ? (
          <PackPage shipping={shipping} />
        ) : (
          <CountPage inventory={inventory} />
        )}
      </main>
    </>
  );
}
