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

/** The page of a scorecard, with the services of one owner. */
export function scorecardLink(name: string, ownerRef: string): string {
  return `/scorecards/${name}?owner=${encodeURIComponent(ownerRef)}`;
}
