import '@acme/design-system/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { InventoryApi } from './InventoryApi';
import { ShippingApi } from './ShippingApi';

const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no element with the id root');
}

createRoot(root).render(
  <StrictMode>
    <App
      inventory={new InventoryApi('/api/inventory')}
      shipping={new ShippingApi('/api/shipping/v1')}
    />
  </StrictMode>,
);
