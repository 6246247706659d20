import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import abbreviations from 'markdown-it-abbr';
import definitionLists from 'markdown-it-deflist';
import { full as emoji } from 'markdown-it-emoji';
import mark from 'markdown-it-mark';
import subscript from 'markdown-it-sub';
import superscript from 'markdown-it-sup';
import { admonitions } from './admonitions';
import { attributeLists } from './attributeLists';
import { codeAnnotations } from './codeAnnotations';
import { contentTabs } from './contentTabs';
import { engineMarkup } from './engineMarkup';
import { fences } from './fences';
import { footnotes } from './footnotes';
import { githubAlerts } from './githubAlerts';
import { headings } from './headings';
import { icons } from './icons';
import { inlineLanguages } from './inlineLanguages';
import { insertions } from './insertions';
import { keyboardKeys } from './keyboardKeys';
import { isSafeAddress, links } from './links';
import { markdownInHtml } from './markdownInHtml';
import { math } from './math';
import { smartSymbols } from './smartSymbols';
import { taskLists } from './taskLists';
import { tocMarker } from './tocMarker';

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
  md.use(insertions);

  md.use(engineMarkup);
  md.use(markdownInHtml);
  md.use(admonitions);
  md.use(contentTabs);
  md.use(githubAlerts);
  md.use(taskLists);
  md.use(keyboardKeys);
  md.use(smartSymbols);
  md.use(inlineLanguages);
  md.use(icons);
  md.use(math);
  md.use(fences);
  md.use(codeAnnotations);
  md.use(attributeLists);
  md.use(headings);
  md.use(tocMarker);
  md.use(links);
  return md;
}
