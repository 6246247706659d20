import catalogPlugin from '@backstage/plugin-catalog/alpha';

/** The page of the list; the stock plugin's, so that links to it work. */
export const catalogRouteRef = catalogPlugin.routes.catalogIndex;

/** The page where people create something; optional. */
export const createRouteRef = catalogPlugin.externalRoutes.createComponent;
