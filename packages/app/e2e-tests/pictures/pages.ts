import type { Persona } from '../portalTest';

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
}

const SERVICE = '/catalog/default/component/payment-service';

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
  { name: 'service-cost', path: `${SERVICE}/cost`, views: ['wide'] },
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
  { name: 'apis', path: '/api-docs', views: ['wide'] },
  { name: 'docs', path: '/docs', views: ['wide'] },
  { name: 'create', path: '/create', views: ['wide', 'phone'] },
  { name: 'search', path: '/search?query=payment', views: ['wide', 'phone'] },
  { name: 'settings', path: '/settings', views: ['wide'] },
  { name: 'delivery', path: '/delivery', views: ['wide'] },
  { name: 'slos', path: '/slos', views: ['wide'] },
  { name: 'agreements', path: '/slos/agreements', views: ['wide'] },
  { name: 'workloads', path: '/workloads', views: ['wide'] },
  { name: 'resources', path: '/provisioning', views: ['wide'] },
  {
    name: 'resources-request',
    path: '/provisioning/requests/new',
    views: ['wide', 'phone'],
  },
  { name: 'scorecards', path: '/scorecards', views: ['wide', 'dark'] },
  { name: 'catalog-health', path: '/catalog-health', views: ['wide'] },
  { name: 'no-page', path: '/nowhere', views: ['wide', 'phone'] },
];
