import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import abbreviations from 'markdown-it-abbr';
import definitionLists from 'markdown-it-deflist';
import { full as emoji } from 'markdown-it-emoji';
import mark from 'markdown-it-mark';
import subscript from 'markdown-it-sub';
import superscript from 'markdown-it-sup';
import { admonitions } from './admonitions';
import { attributeLists } from './attributeLists';
import { contentTabs } from './contentTabs';
import { engineMarkup } from './engineMarkup';
import { fences } from './fences';
import { footnotes } from './footnotes';
import { githubAlerts } from './githubAlerts';
import { headings } from './headings';
import { keyboardKeys } from './keyboardKeys';
import { isSafeAddress, links } from './links';
import { math } from './math';
import { taskLists } from './taskLists';

/** Blocks nested deeper than this are not documentation any more. */
export const MAX_NESTING = 60;

/** The Markdown that this engine understands, always all of it. */
export function createMarkdown(): Markdown {
  const md = new MarkdownIt('default', {
    html: true,
    linkify: true,
    typographer: false,
    maxNesting: MAX_NESTING,
  });
  md.validateLink = isSafeAddress;
  // A name such as `backend.add` is not a web page; only full addresses are.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

  md.use(footnotes);
  md.use(definitionLists);
  md.use(abbreviations);
  md.use(emoji, { shortcuts: {} });
  md.use(mark);
  md.use(subscript);
  md.use(superscript);

  md.use(engineMarkup);
  md.use(admonitions);
  md.use(contentTabs);
  md.use(githubAlerts);
  md.use(taskLists);
  md.use(keyboardKeys);
  md.use(math);
  md.use(fences);
  md.use(attributeLists);
  md.use(headings);
  md.use(links);
  return md;
}
