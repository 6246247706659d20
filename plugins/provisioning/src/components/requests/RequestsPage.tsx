import { Route } from 'react-router-dom';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { PageBody, PageRoutes } from '@atrium/ui';
import { useProvisioningSignals } from '../../hooks/provisioningHooks';
import { RequestPage } from '../request/RequestPage';
import { NewRequest } from './NewRequest';
import { RequestList } from './RequestList';

/** What people asked for, one of it, and the form for another. */
export function RequestsPage() {
  useProvisioningSignals();
  return (
    <ReactRouterV6PageRouter>
      <PageBody>
        <PageRoutes>
          <Route index element={<RequestList />} />
          <Route path="new" element={<NewRequest />} />
          <Route path=":requestId" element={<RequestPage />} />
        </PageRoutes>
      </PageBody>
    </ReactRouterV6PageRouter>
  );
}
