import { Route } from 'react-router-dom';
import { PageRoutes } from '@atrium/ui';
import { InitiativeList } from './InitiativeList';
import { InitiativePage } from './InitiativePage';
import { NewInitiative } from './NewInitiative';

/** All initiatives, one of them, and the form for another. */
export function InitiativesPage() {
  return (
    <PageRoutes>
      <Route index element={<InitiativeList />} />
      <Route path="new" element={<NewInitiative />} />
      <Route path=":initiativeId" element={<InitiativePage />} />
    </PageRoutes>
  );
}
