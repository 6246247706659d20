import { Route, Routes } from 'react-router-dom';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { PageBody } from '@atrium/ui';
import { useScorecardSignals } from '../../hooks/scorecardHooks';
import { InitiativeList } from './InitiativeList';
import { InitiativePage } from './InitiativePage';
import { NewInitiative } from './NewInitiative';

/** All initiatives, one of them, and the form for another. */
export function InitiativesPage() {
  useScorecardSignals();
  return (
    <ReactRouterV6PageRouter>
      <PageBody>
        <Routes>
          <Route index element={<InitiativeList />} />
          <Route path="new" element={<NewInitiative />} />
          <Route path=":initiativeId" element={<InitiativePage />} />
        </Routes>
      </PageBody>
    </ReactRouterV6PageRouter>
  );
}
