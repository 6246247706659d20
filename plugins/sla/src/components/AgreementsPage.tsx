import { Route } from 'react-router-dom';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { PageBody, PageRoutes } from '@atrium/ui';
import { useSloSignals } from '../hooks/slaHooks';
import { AgreementDetails } from './agreement/AgreementDetails';
import { AgreementList } from './list/AgreementList';
import { MonthReport } from './month/MonthReport';

/** What customers were promised, and how each month went. */
export function AgreementsPage() {
  useSloSignals();
  return (
    <ReactRouterV6PageRouter>
      <PageBody>
        <PageRoutes>
          <Route index element={<AgreementList />} />
          <Route path=":agreementId" element={<AgreementDetails />} />
          <Route path=":agreementId/:month" element={<MonthReport />} />
        </PageRoutes>
      </PageBody>
    </ReactRouterV6PageRouter>
  );
}
