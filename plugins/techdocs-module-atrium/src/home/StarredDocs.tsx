import { useStarredEntities } from '@backstage/plugin-catalog-react';
import type { DocsLibrary } from './DocsLibrary';
import { Panel, PanelNote } from './Panel';
import { SiteList } from './SiteList';

export function StarredDocs({ library }: { library: DocsLibrary }) {
  const { starredEntities } = useStarredEntities();
  const sites = library.sites.filter(site =>
    starredEntities.has(site.entityRef),
  );
  return (
    <Panel title="Starred">
      {sites.length > 0 ? (
        <SiteList sites={sites} isCompact />
      ) : (
        <PanelNote>
          The star beside a site, or at the top of it, keeps it here.
        </PanelNote>
      )}
    </Panel>
  );
}
