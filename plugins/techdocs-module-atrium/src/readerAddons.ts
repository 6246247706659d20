import { type ComponentType, lazy } from 'react';
import {
  AddonBlueprint,
  type TechDocsAddonOptions,
} from '@backstage/plugin-techdocs-react/alpha';

type Location = TechDocsAddonOptions['location'];

/** An addon whose component is loaded once a page of documentation is opened. */
function createAddon(
  name: string,
  location: Location,
  load: () => Promise<ComponentType>,
) {
  return AddonBlueprint.make({
    name,
    params: {
      name,
      location,
      component: lazy(async () => ({ default: await load() })),
    },
  });
}

/** Each can be switched off by its id, such as `addon:techdocs/mermaid`. */
export const readerAddons = [
  createAddon('atrium-styles', 'Content', () =>
    import('./reader/ReaderStyles').then(m => m.ReaderStyles),
  ),
  createAddon('mermaid', 'Content', () =>
    import('./reader/mermaid/MermaidDiagrams').then(m => m.MermaidDiagrams),
  ),
  createAddon('wide-tables', 'Content', () =>
    import('./reader/scrolling/WideTables').then(m => m.WideTables),
  ),
  createAddon('page-facts', 'Content', () =>
    import('./reader/PageFacts').then(m => m.PageFacts),
  ),
  createAddon('page-feedback', 'Content', () =>
    import('./reader/feedback/PageFeedback').then(m => m.PageFeedback),
  ),
  createAddon('owner-notice', 'Content', () =>
    import('./reader/OwnerNotice').then(m => m.OwnerNotice),
  ),
  createAddon('site-header', 'Subheader', () =>
    import('./reader/header/SiteHeader').then(m => m.SiteHeader),
  ),
  createAddon('site-search', 'Header', () =>
    import('./reader/search/SiteSearch').then(m => m.SiteSearch),
  ),
  createAddon('tab-search', 'Subheader', () =>
    import('./reader/search/TabSearch').then(m => m.TabSearch),
  ),
  createAddon('hit-marks', 'Content', () =>
    import('./reader/hits/HitMarks').then(m => m.HitMarks),
  ),
  createAddon('follow-contents', 'Content', () =>
    import('./reader/contents/FollowContents').then(m => m.FollowContents),
  ),
  createAddon('page-list-toggle', 'Content', () =>
    import('./reader/pageList/PageListToggle').then(m => m.PageListToggle),
  ),
  createAddon('folder-toggles', 'Content', () =>
    import('./reader/pageList/FolderToggles').then(m => m.FolderToggles),
  ),
  createAddon('frame-texts', 'Content', () =>
    import('./reader/frame/FrameTexts').then(m => m.FrameTexts),
  ),
  createAddon('reading-width', 'Settings', () =>
    import('./reader/width/ReadingWidthSetting').then(
      m => m.ReadingWidthSetting,
    ),
  ),
  createAddon('star', 'Header', () =>
    import('./reader/StarSite').then(m => m.StarSite),
  ),
];
