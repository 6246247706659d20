import { Route } from 'react-router-dom';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { PageBody, PageRoutes } from '@atrium/ui';
import { useProvisioningSignals } from '../../hooks/provisioningHooks';
import { ResourcePage } from '../resource/ResourcePage';
import { ResourceList } from './ResourceList';

/** What is there, and one of it. */
export function ResourcesPage() {
  useProvisioningSignals();
  return (
    <ReactRouterV6PageRouter>
      <PageBody>
        <PageRoutes>
          <Route index element={<ResourceList />} />
          <Route path=":resourceId" element={<ResourcePage />} />
        </PageRoutes>
      </PageBody>
    </ReactRouterV6PageRouter>
  );
}
