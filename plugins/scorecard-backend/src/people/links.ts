import { parseEntityRef } from '@backstage/catalog-model';

/** The tab of an entity that shows how it stands. */
export function entityLink(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}/scorecards`;
}

/** Where exemptions wait and are listed. */
export const EXEMPTIONS_LINK = '/scorecards/exemptions';

/** The page of an initiative. */
export function initiativeLink(id: string): string {
  return `/scorecards/initiatives/${id}`;
}

/** All services of an owner by scorecards. */
export function teamLink(ownerRef: string): string {
  return `/scorecards/teams?owner=${encodeURIComponent(ownerRef)}`;
}
