import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiMedalLine } from '@remixicon/react';
import { createScorecardClient } from './api/createScorecardClient';
import { scorecardApiRef } from './api/ScorecardApi';
import { canBeRated, isGroup } from './entityFilters';
import {
  exemptionsRouteRef,
  initiativesRouteRef,
  scorecardListRouteRef,
  scorecardsRouteRef,
  teamsRouteRef,
} from './routes';

const scorecardApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scorecardApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createScorecardClient(fetchApi),
    }),
});

const scorecardsPage = PageBlueprint.make({
  params: {
    path: '/scorecards',
    title: 'Scorecards',
    icon: <RiMedalLine />,
    routeRef: scorecardsRouteRef,
  },
});

const listPage = SubPageBlueprint.make({
  name: 'list',
  params: {
    // The names of scorecards follow here: `/scorecards/readiness`.
    path: '',
    title: 'Scorecards',
    routeRef: scorecardListRouteRef,
    loader: () =>
      import('./components/overview/ScorecardsPage').then(m => (
        <m.ScorecardsPage />
      )),
  },
});

const teamsPage = SubPageBlueprint.make({
  name: 'teams',
  params: {
    path: 'teams',
    title: 'Teams',
    routeRef: teamsRouteRef,
    loader: () =>
      import('./components/teams/TeamsPage').then(m => <m.TeamsPage />),
  },
});

const initiativesPage = SubPageBlueprint.make({
  name: 'initiatives',
  params: {
    path: 'initiatives',
    title: 'Initiatives',
    routeRef: initiativesRouteRef,
    loader: () =>
      import('./components/initiatives/InitiativesPage').then(m => (
        <m.InitiativesPage />
      )),
  },
});

const exemptionsPage = SubPageBlueprint.make({
  name: 'exemptions',
  params: {
    path: 'exemptions',
    title: 'Exemptions',
    routeRef: exemptionsRouteRef,
    loader: () =>
      import('./components/exemptions/ExemptionsPage').then(m => (
        <m.ExemptionsPage />
      )),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: 'scorecards',
    title: 'Scorecards',
    filter: canBeRated,
    loader: () =>
      import('./components/entity/EntityScorecards').then(m => (
        <m.EntityScorecards />
      )),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: canBeRated,
    loader: () =>
      import('./components/card/ScorecardCard').then(m => <m.ScorecardCard />),
  },
});

const teamContent = EntityContentBlueprint.make({
  name: 'team',
  params: {
    path: 'scorecards',
    title: 'Scorecards',
    filter: isGroup,
    loader: () =>
      import('./components/teams/TeamScorecards').then(m => (
        <m.TeamScorecards />
      )),
  },
});

const inbox = HomePageWidgetBlueprint.make({
  name: 'inbox',
  params: {
    name: 'ScorecardInbox',
    title: 'Next steps of my services',
    description:
      'What keeps them from their next level, and what waits for you',
    components: () =>
      import('./components/home/ScorecardInbox').then(m => ({
        Content: m.ScorecardInbox,
      })),
  },
});

/** How mature each service is, what to do next, and how teams move. */
export default createFrontendPlugin({
  pluginId: 'scorecard',
  title: 'Scorecards',
  icon: <RiMedalLine />,
  routes: { root: scorecardsRouteRef },
  extensions: [
    scorecardApi,
    scorecardsPage,
    listPage,
    teamsPage,
    initiativesPage,
    exemptionsPage,
    entityContent,
    entityCard,
    teamContent,
    inbox,
  ],
});
