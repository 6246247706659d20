import { useState } from 'react';
import {
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import { RiBookmarkLine } from '@remixicon/react';
import type { SavedView } from '@atrium/plugin-entity-summary-common';
import { useEntityTitles } from '@atrium/ui';
import { useSavedViews } from '../hooks/useSavedViews';
import { useViewAddress } from '../hooks/useViewAddress';
import { t } from '../translation';
import { ManageViewsDialog } from './ManageViewsDialog';
import { SaveViewDialog } from './SaveViewDialog';

/** Lists kept under a name: the person's own, and those of their teams. */
export function ViewMenu() {
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const { data } = useSavedViews();
  const { query, open, isOpen } = useViewAddress();
  const views = data?.items ?? [];
  const teamRefs = [...new Set(views.flatMap(({ teamRef }) => teamRef ?? []))];
  const titles = useEntityTitles(teamRefs);
  const own = views.filter(({ teamRef }) => teamRef === undefined);
  const current = views.find(isOpen);
  const item = (view: SavedView) => (
    <MenuItem key={view.id} onAction={() => open(view)}>
      {view.title}
    </MenuItem>
  );
  return (
    <>
      <MenuTrigger>
        <Button variant="secondary" iconStart={<RiBookmarkLine />}>
          {current?.title ?? t('viewMenu.views')}
        </Button>
        <Menu>
          {own.length > 0 && (
            <MenuSection title={t('viewMenu.myViews')}>
              {own.map(item)}
            </MenuSection>
          )}
          {teamRefs.map(ref => (
            <MenuSection
              key={ref}
              title={t('viewMenu.viewsOf', { team: titles.get(ref) ?? ref })}
            >
              {views.filter(({ teamRef }) => teamRef === ref).map(item)}
            </MenuSection>
          ))}
          {views.length > 0 && <MenuSeparator />}
          <MenuItem onAction={() => setDialog('save')}>
            {t('viewMenu.saveThisView')}
          </MenuItem>
          {views.length > 0 && (
            <MenuItem onAction={() => setDialog('manage')}>
              {t('viewMenu.manageViews')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {dialog === 'save' && (
        <SaveViewDialog query={query} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'manage' && (
        <ManageViewsDialog
          views={views}
          teamTitles={titles}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
