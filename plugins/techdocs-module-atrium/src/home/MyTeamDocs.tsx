import { useState } from 'react';
import { Button } from '@backstage/ui';
import { HowToDocument } from '../start/HowToDocument';
import { t } from '../translation';
import { type DocsLibrary, isMine } from './DocsLibrary';
import { Panel, PanelNote } from './Panel';
import { SiteList } from './SiteList';

/** A team with more sites than this sees the others on demand. */
const SHOWN_COUNT = 8;

export function MyTeamDocs({ library }: { library: DocsLibrary }) {
  const [isOpen, setIsOpen] = useState(false);
  const sites = library.sites.filter(site => isMine(library, site));
  if (sites.length === 0) {
    return (
      <Panel title={t('myTeamDocs.myTeamsDocs')}>
        <PanelNote>
          {t('myTeamDocs.nothingThatYourTeamsOwn')} <HowToDocument />
        </PanelNote>
      </Panel>
    );
  }
  const hiddenCount = sites.length - SHOWN_COUNT;
  return (
    <Panel title={t('myTeamDocs.myTeamsDocs')} count={`${sites.length}`}>
      <SiteList sites={isOpen ? sites : sites.slice(0, SHOWN_COUNT)} />
      {hiddenCount > 0 && !isOpen && (
        <Button variant="tertiary" size="small" onPress={() => setIsOpen(true)}>
          {t('myTeamDocs.showMore', { more: hiddenCount })}
        </Button>
      )}
    </Panel>
  );
}
