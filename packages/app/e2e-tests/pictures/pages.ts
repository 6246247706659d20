import type { Persona } from '../portalTest';
import { notifications } from './notifications';

/** How a page is looked at: a wide window unless it says otherwise. */
export type View = 'wide' | 'dark' | 'tablet' | 'phone';

/** A page that pictures are kept of. */
export interface PicturedPage {
  /** As in the names of its pictures. */
  name: string;
  path: string;
  /** Priya, a developer, unless it is somebody else's page. */
  persona?: Persona;
  views: View[];
  /** A link on it that is followed, to what has no address that is known before. */
  follow?: string;
  /**
   * What an API of the portal answers instead: nothing at all, an error, or a
   * list that is the same each time.
   */
  answered?: { api: string; by: 'nothing' | 'error' | object };
}

const SERVICE = '/catalog/default/component/payment-service';
const SCORECARD = '/scorecards/service-standard';

/** Pages that are the same in each new world, minutes after its start. */
export const PAGES: PicturedPage[] = [
  { name: 'home', path: '/', views: ['wide', 'dark', 'tablet', 'phone'] },
  { name: 'home-manager', path: '/', persona: 'eng-manager', views: ['wide'] },
  { name: 'home-new-hire', path: '/', persona: 'new-hire', views: ['wide'] },
  {
    name: 'home-platform',
    path: '/',
    persona: 'platform-admin',
    views: ['wide'],
  },
  { name: 'catalog', path: '/catalog', views: ['wide', 'dark', 'phone'] },
  {
    name: 'service',
    path: SERVICE,
    views: ['wide', 'dark', 'tablet', 'phone'],
  },
  { name: 'service-delivery', path: `${SERVICE}/delivery`, views: ['wide'] },
  { name: 'service-runtime', path: `${SERVICE}/runtime`, views: ['wide'] },
  { name: 'service-slos', path: `${SERVICE}/slos`, views: ['wide', 'phone'] },
  {
    name: 'service-scorecards',
    path: `${SERVICE}/scorecards`,
    views: ['wide', 'phone'],
  },
  { name: 'service-cost', path: `${SERVICE}/cost`, views: ['wide'] },
  {
    name: 'service-dependencies',
    path: `${SERVICE}/dependencies`,
    views: ['wide'],
  },
  {
    name: 'api-definition',
    path: '/catalog/default/api/payment-api/definition',
    views: ['wide'],
  },
  {
    name: 'database',
    path: '/catalog/default/resource/payments-db',
    views: ['wide'],
  },
  { name: 'system', path: '/catalog/default/system/billing', views: ['wide'] },
  { name: 'domain', path: '/catalog/default/domain/commerce', views: ['wide'] },
  {
    name: 'team',
    path: '/catalog/default/group/team-payments',
    views: ['wide', 'phone'],
  },
  {
    name: 'department',
    path: '/catalog/default/group/commerce',
    views: ['wide'],
  },
  {
    name: 'person',
    path: '/catalog/default/user/payments-dev',
    views: ['wide'],
  },
  { name: 'apis', path: '/api-docs', views: ['wide', 'phone'] },
  { name: 'docs', path: '/docs', views: ['wide'] },
  {
    name: 'docs-page',
    path: '/docs/default/component/payment-service',
    views: ['wide', 'dark', 'phone'],
  },
  { name: 'create', path: '/create', views: ['wide', 'phone'] },
  {
    name: 'create-form',
    path: '/create/templates/default/spring-boot-microservice',
    views: ['wide', 'phone'],
  },
  { name: 'search', path: '/search?query=payment', views: ['wide', 'phone'] },
  {
    name: 'notifications',
    path: '/notifications',
    views: ['wide', 'phone'],
    // The world tells of several things at once, in any order.
    answered: { api: 'notifications/notifications?*', by: notifications },
  },
  {
    name: 'notifications-none',
    path: '/notifications?view=saved',
    views: ['wide'],
  },
  { name: 'settings', path: '/settings', views: ['wide', 'dark', 'phone'] },
  { name: 'delivery', path: '/delivery', views: ['wide', 'dark'] },
  { name: 'slos', path: '/slos', views: ['wide', 'dark', 'phone'] },
  {
    name: 'slos-loading',
    path: '/slos',
    views: ['wide'],
    answered: { api: 'slo/**', by: 'nothing' },
  },
  {
    name: 'slos-error',
    path: '/slos',
    views: ['wide'],
    answered: { api: 'slo/**', by: 'error' },
  },
  { name: 'slo-form', path: `${SERVICE}/slos?new=`, views: ['wide'] },
  { name: 'agreements', path: '/slos/agreements', views: ['wide'] },
  {
    name: 'agreement',
    path: '/slos/agreements',
    follow: 'Payments for Brandt Living (sample)',
    views: ['wide'],
  },
  { name: 'workloads', path: '/workloads', views: ['wide', 'phone'] },
  { name: 'resources', path: '/provisioning', views: ['wide', 'phone'] },
  {
    name: 'resources-request',
    path: '/provisioning/requests/new',
    views: ['wide', 'phone'],
  },
  { name: 'scorecards', path: '/scorecards', views: ['wide', 'dark'] },
  { name: 'scorecard', path: SCORECARD, views: ['wide', 'phone'] },
  { name: 'scorecard-teams', path: '/scorecards/teams', views: ['wide'] },
  { name: 'findings', path: '/scorecards/findings', views: ['wide'] },
  { name: 'cost', path: '/cost', views: ['wide', 'dark', 'phone'] },
  { name: 'catalog-health', path: '/catalog-health', views: ['wide'] },
  {
    name: 'dependencies',
    path: '/dependencies?entity=component:default/payment-service',
    views: ['wide', 'dark'],
  },
  { name: 'no-page', path: '/nowhere', views: ['wide', 'phone'] },
  {
    name: 'no-entity',
    path: '/catalog/default/component/nowhere',
    views: ['wide'],
  },
];
