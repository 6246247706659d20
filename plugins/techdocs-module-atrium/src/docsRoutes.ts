import techdocsPlugin from '@backstage/plugin-techdocs/alpha';

/** Routes of the stock plugin: the documentation home and a site's start. */
export const { root: docsHomeRouteRef, docRoot: siteRouteRef } =
  techdocsPlugin.routes;
