import '@acme/design-system/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { CheckoutApi } from './CheckoutApi';

const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no element with the id root');
}

const cartId = new URLSearchParams(window.location.search).get('cart') ?? '';
createRoot(root).render(
  <StrictMode>
    <App api={new CheckoutApi('/api/checkout/v1')} cartId={cartId} />
  </StrictMode>,
);
