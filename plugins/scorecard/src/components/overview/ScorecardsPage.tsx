import { Route, Routes } from 'react-router-dom';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { PageBody } from '@atrium/ui';
import { useScorecardSignals } from '../../hooks/scorecardHooks';
import { ScorecardPage } from '../scorecard/ScorecardPage';
import { ScorecardList } from './ScorecardList';

/** All scorecards, and one of them. */
export function ScorecardsPage() {
  useScorecardSignals();
  return (
    <ReactRouterV6PageRouter>
      <PageBody>
        <Routes>
          <Route index element={<ScorecardList />} />
          <Route path=":scorecard" element={<ScorecardPage />} />
        </Routes>
      </PageBody>
    </ReactRouterV6PageRouter>
  );
}
