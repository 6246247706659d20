import { lazy } from 'react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';

const styles = AddonBlueprint.make({
  name: 'atrium-styles',
  params: {
    name: 'AtriumStyles',
    location: 'Content',
    component: lazy(() =>
      import('./reader/ReaderStyles').then(m => ({ default: m.ReaderStyles })),
    ),
  },
});

const mermaid = AddonBlueprint.make({
  name: 'mermaid',
  params: {
    name: 'Mermaid',
    location: 'Content',
    component: lazy(() =>
      import('./reader/mermaid/MermaidDiagrams').then(m => ({
        default: m.MermaidDiagrams,
      })),
    ),
  },
});

const wideTables = AddonBlueprint.make({
  name: 'wide-tables',
  params: {
    name: 'WideTables',
    location: 'Content',
    component: lazy(() =>
      import('./reader/scrolling/WideTables').then(m => ({
        default: m.WideTables,
      })),
    ),
  },
});

const pageFacts = AddonBlueprint.make({
  name: 'page-facts',
  params: {
    name: 'PageFacts',
    location: 'Content',
    component: lazy(() =>
      import('./reader/PageFacts').then(m => ({ default: m.PageFacts })),
    ),
  },
});

const ownerNotice = AddonBlueprint.make({
  name: 'owner-notice',
  params: {
    name: 'OwnerNotice',
    location: 'Content',
    component: lazy(() =>
      import('./reader/OwnerNotice').then(m => ({ default: m.OwnerNotice })),
    ),
  },
});

const siteHeader = AddonBlueprint.make({
  name: 'site-header',
  params: {
    name: 'SiteHeader',
    location: 'Subheader',
    component: lazy(() =>
      import('./reader/header/SiteHeader').then(m => ({
        default: m.SiteHeader,
      })),
    ),
  },
});

const readingWidth = AddonBlueprint.make({
  name: 'reading-width',
  params: {
    name: 'ReadingWidth',
    location: 'Settings',
    component: lazy(() =>
      import('./reader/width/ReadingWidthSetting').then(m => ({
        default: m.ReadingWidthSetting,
      })),
    ),
  },
});

const star = AddonBlueprint.make({
  name: 'star',
  params: {
    name: 'Star',
    location: 'Header',
    component: lazy(() =>
      import('./reader/StarSite').then(m => ({ default: m.StarSite })),
    ),
  },
});

const siteSearch = AddonBlueprint.make({
  name: 'site-search',
  params: {
    name: 'SiteSearch',
    location: 'Header',
    component: lazy(() =>
      import('./reader/search/SiteSearch').then(m => ({
        default: m.SiteSearch,
      })),
    ),
  },
});

const tabSearch = AddonBlueprint.make({
  name: 'tab-search',
  params: {
    name: 'TabSearch',
    location: 'Subheader',
    component: lazy(() =>
      import('./reader/search/TabSearch').then(m => ({ default: m.TabSearch })),
    ),
  },
});

const hitMarks = AddonBlueprint.make({
  name: 'hit-marks',
  params: {
    name: 'HitMarks',
    location: 'Content',
    component: lazy(() =>
      import('./reader/hits/HitMarks').then(m => ({ default: m.HitMarks })),
    ),
  },
});

const followContents = AddonBlueprint.make({
  name: 'follow-contents',
  params: {
    name: 'FollowContents',
    location: 'Content',
    component: lazy(() =>
      import('./reader/contents/FollowContents').then(m => ({
        default: m.FollowContents,
      })),
    ),
  },
});

const frameTexts = AddonBlueprint.make({
  name: 'frame-texts',
  params: {
    name: 'FrameTexts',
    location: 'Content',
    component: lazy(() =>
      import('./reader/frame/FrameTexts').then(m => ({
        default: m.FrameTexts,
      })),
    ),
  },
});

const pageListToggle = AddonBlueprint.make({
  name: 'page-list-toggle',
  params: {
    name: 'PageListToggle',
    location: 'Content',
    component: lazy(() =>
      import('./reader/pageList/PageListToggle').then(m => ({
        default: m.PageListToggle,
      })),
    ),
  },
});

const pageFeedback = AddonBlueprint.make({
  name: 'page-feedback',
  params: {
    name: 'PageFeedback',
    location: 'Content',
    component: lazy(() =>
      import('./reader/feedback/PageFeedback').then(m => ({
        default: m.PageFeedback,
      })),
    ),
  },
});

/** Each can be switched off by its id, such as `addon:techdocs/mermaid`. */
export const readerAddons = [
  styles,
  mermaid,
  wideTables,
  pageFacts,
  pageFeedback,
  ownerNotice,
  siteHeader,
  siteSearch,
  tabSearch,
  hitMarks,
  followContents,
  pageListToggle,
  frameTexts,
  readingWidth,
  star,
];
