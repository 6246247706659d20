import { useQuery } from '@tanstack/react-query';
import { useReadOwnerRefs } from '@atrium/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import type { DocsLibrary } from './DocsLibrary';
import { hasDocs } from './hasDocs';
import { type DocsSite, siteFields, toDocsSite } from './DocsSite';

const PAGE_SIZE = 1000;

/** Whoever has more sites than this finds theirs by search. */
const MAX_SITES = 5000;

/** Everything the documentation home shows, in one answer. */
export function useDocsLibrary() {
  const catalogApi = useApi(catalogApiRef);
  const readOwnerRefs = useReadOwnerRefs();
  const presentationApi = useApi(entityPresentationApiRef);

  const readSites = async () => {
    const sites: DocsSite[] = [];
    let totalItems = 0;
    let cursor: string | undefined;
    do {
      const page = await catalogApi.queryEntities({
        fields: siteFields,
        limit: PAGE_SIZE,
        ...(cursor ? { cursor } : { query: hasDocs }),
      });
      sites.push(...page.items.map(toDocsSite));
      totalItems = page.totalItems;
      cursor = page.pageInfo.nextCursor;
    } while (cursor && sites.length < MAX_SITES);
    sites.sort((a, b) => a.title.localeCompare(b.title, 'en'));
    return { sites, totalItems };
  };

  /** The presentation api asks for all names at once and keeps them. */
  const readNames = async (sites: DocsSite[]) => {
    const refs = new Set(
      sites.flatMap(site => [site.ownerRef, site.systemRef]),
    );
    const names = await Promise.all(
      [...refs].map(async ref => {
        if (ref === undefined) {
          return undefined;
        }
        const { primaryTitle } = await presentationApi.forEntity(ref).promise;
        return [ref, primaryTitle] as const;
      }),
    );
    return new Map(names.filter(name => name !== undefined));
  };

  return useQuery<DocsLibrary>({
    queryKey: ['techdocs', 'library'],
    queryFn: async () => {
      const [ownerRefs, { sites, totalItems }] = await Promise.all([
        readOwnerRefs(),
        readSites(),
      ]);
      return {
        sites,
        totalItems,
        myRefs: new Set(ownerRefs),
        names: await readNames(sites),
      };
    },
  });
}
