import '@acme/design-system/styles.css';
import { SessionProvider } from '@acme/session-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { AccountLayout } from './AccountLayout';
import { AddressesPage } from './AddressesPage';
import { PrivacyPage } from './PrivacyPage';
import { session } from './UserApi';

const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: 1 } },
});
const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element with id root');
}

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <SessionProvider client={session} audience="user-service">
        <BrowserRouter basename="/account">
          <Routes>
            <Route element={<AccountLayout />}>
              <Route index element={<Navigate to="addresses" replace />} />
              <Route path="addresses" element={<AddressesPage />} />
              <Route path="privacy" element={<PrivacyPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </SessionProvider>
    </QueryClientProvider>
  </StrictMode>,
);
