import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
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
  initiativeRouteRef,
  scorecardRouteRef,
  scorecardsRouteRef,
} from './routes';
import { scorecardsCommand } from './scorecardsCommand';
import { titles } from './titles';

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
    title: titles('page'),
    icon: <RiMedalLine />,
    routeRef: scorecardsRouteRef,
    // Has the tabs of its pages.
    noHeader: true,
    loader: () =>
      import('./components/overview/ScorecardsPage').then(m => (
        <m.ScorecardsPage />
      )),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: 'scorecards',
    title: titles('page'),
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
    title: titles('page'),
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
    components: () =>
      import('./components/home/ScorecardInbox').then(
        m => m.scorecardInboxWidget,
      ),
  },
});

/** How mature each service is, what to do next, and how teams move. */
export default createFrontendPlugin({
  pluginId: 'scorecard',
  title: 'Scorecards',
  icon: <RiMedalLine />,
  routes: {
    root: scorecardsRouteRef,
    scorecard: scorecardRouteRef,
    initiative: initiativeRouteRef,
  },
  extensions: [
    scorecardApi,
    scorecardsPage,
    entityContent,
    entityCard,
    teamContent,
    inbox,
    scorecardsCommand,
  ],
});
