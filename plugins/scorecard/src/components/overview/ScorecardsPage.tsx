import { lazy } from 'react';
import { Route } from 'react-router-dom';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiMedalLine } from '@remixicon/react';
import { PageRoutes, PluginPages } from '@atrium/ui';
import { useScorecardSignals } from '../../hooks/scorecardHooks';
import {
  exemptionsRouteRef,
  findingsRouteRef,
  initiativesRouteRef,
  scorecardsRouteRef,
  teamsRouteRef,
} from '../../routes';
import { t } from '../../translation';
import { ScorecardList } from './ScorecardList';

const ScorecardPage = lazy(() =>
  import('../scorecard/ScorecardPage').then(m => ({
    default: m.ScorecardPage,
  })),
);
const TeamsPage = lazy(() =>
  import('../teams/TeamsPage').then(m => ({ default: m.TeamsPage })),
);
const InitiativesPage = lazy(() =>
  import('../initiatives/InitiativesPage').then(m => ({
    default: m.InitiativesPage,
  })),
);
const ExemptionsPage = lazy(() =>
  import('../exemptions/ExemptionsPage').then(m => ({
    default: m.ExemptionsPage,
  })),
);
const FindingsPage = lazy(() =>
  import('../../findings/FindingsPage').then(m => ({
    default: m.FindingsPage,
  })),
);
const EditScorecardPage = lazy(() =>
  import('../../editor/EditScorecardPage').then(m => ({
    default: m.EditScorecardPage,
  })),
);

/**
 * All pages about scorecards below their header.
 *
 * @remarks The names of scorecards stand beside the other pages in the address,
 * which sub-pages of the framework cannot.
 */
export function ScorecardsPage() {
  useScorecardSignals();
  const listHref = useRouteRef(scorecardsRouteRef)?.() ?? '/scorecards';
  const tabs = [
    { label: t('scorecardsPage.scorecards'), href: listHref },
    { label: t('scorecardsPage.teams'), href: useRouteRef(teamsRouteRef)?.() },
    {
      label: t('scorecardsPage.initiatives'),
      href: useRouteRef(initiativesRouteRef)?.(),
    },
    {
      label: t('scorecardsPage.exemptions'),
      href: useRouteRef(exemptionsRouteRef)?.(),
    },
    {
      label: t('scorecardsPage.securityFindings'),
      href: useRouteRef(findingsRouteRef)?.(),
    },
  ];
  return (
    <PluginPages
      title={t('scorecardsPage.scorecards')}
      icon={<RiMedalLine />}
      href={listHref}
      tabs={tabs}
    >
      <ReactRouterV6PageRouter>
        <PageRoutes>
          <Route index element={<ScorecardList />} />
          <Route path="teams" element={<TeamsPage />} />
          <Route path="initiatives/*" element={<InitiativesPage />} />
          <Route path="exemptions" element={<ExemptionsPage />} />
          <Route path="findings" element={<FindingsPage />} />
          <Route path="new" element={<EditScorecardPage />} />
          <Route path=":scorecard" element={<ScorecardPage />} />
          <Route path=":scorecard/edit" element={<EditScorecardPage />} />
        </PageRoutes>
      </ReactRouterV6PageRouter>
    </PluginPages>
  );
}
