import { useStarredEntities } from '@backstage/plugin-catalog-react';
import { t } from '../translation';
import type { DocsLibrary } from './DocsLibrary';
import { Panel, PanelNote } from './Panel';
import { SiteList } from './SiteList';

export function StarredDocs({ library }: { library: DocsLibrary }) {
  const { starredEntities } = useStarredEntities();
  const sites = library.sites.filter(site =>
    starredEntities.has(site.entityRef),
  );
  return (
    <Panel title={t('starredDocs.starred')}>
      {sites.length > 0 ? (
        <SiteList sites={sites} isCompact />
      ) : (
        <PanelNote>{t('starredDocs.theStarBesideASite')}</PanelNote>
      )}
    </Panel>
  );
}
