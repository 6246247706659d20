import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import abbreviations from 'markdown-it-abbr';
import definitionLists from 'markdown-it-deflist';
import mark from 'markdown-it-mark';
import { admonitions } from './admonitions';
import { attributeLists } from './attributeLists';
import { codeAnnotations } from './codeAnnotations';
import { commentTerms } from './commentTerms';
import { contentTabs } from './contentTabs';
import { criticMarks } from './criticMarks';
import { emojiNames } from './emojiNames';
import { deletions } from './deletions';
import { engineMarkup } from './engineMarkup';
import { escapes } from './escapes';
import { fences } from './fences';
import { footnotes } from './footnotes';
import { githubAlerts } from './githubAlerts';
import { headings } from './headings';
import { icons } from './icons';
import { inlineLanguages } from './inlineLanguages';
import { insertions } from './insertions';
import { keyboardKeys } from './keyboardKeys';
import { lastReferences } from './lastReferences';
import { leadingComments } from './leadingComments';
import { lineBreaks } from './lineBreaks';
import { isSafeAddress, links } from './links';
import { looseReferences } from './looseReferences';
import { magicLinks } from './magicLinks';
import { markdownInHtml } from './markdownInHtml';
import { math } from './math';
import { progressBars } from './progressBars';
import { pythonBlocks } from './pythonBlocks';
import { pythonHtml } from './pythonHtml';
import { pythonLists } from './pythonLists';
import { raisedText } from './raisedText';
import { slashBlocks } from './slashBlocks';
import { smartMarks } from './smartMarks';
import { smartPunctuation } from './smartPunctuation';
import { smartSymbols } from './smartSymbols';
import { spacedAddresses } from './spacedAddresses';
import { starMarks } from './starMarks';
import { taskLists } from './taskLists';
import { textAnnotations } from './textAnnotations';
import { tagListings } from './tagListings';
import { tocMarker } from './tocMarker';

/** Blocks nested deeper than this are not documentation any more. */
export const MAX_NESTING = 60;

/**
 * The Markdown that this engine understands, always all of it.
 *
 * @remarks
 * A plugin from npm does what it reads as Python-Markdown and its extensions do.
 * The rest is our own, because the plugins read something else: markdown-it-attrs
 * takes lists from the end of any line, so that `# The map { a: 1 }` loses its end,
 * and knows no icons; markdown-it-ins reads `++`, markdown-it-container `:::`;
 * markdown-it-task-lists leaves out the label that the stylesheets draw. For front
 * matter gray-matter runs the JavaScript of a page that starts with `---js`, and
 * vfile-matter reads no `...` at the end and throws where a page is shown with a note.
 */
export function createMarkdown(): Markdown {
  const md = new MarkdownIt('default', {
    html: true,
    linkify: true,
    typographer: false,
    maxNesting: MAX_NESTING,
  });
  md.validateLink = isSafeAddress;
  // An address is shown as it is written, and a host by the name that it is asked by.
  md.normalizeLinkText = address => address;
  // A name such as `backend.add` is not a web page; only full addresses are.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

  md.use(starMarks);
  md.use(spacedAddresses);
  md.use(pythonBlocks);
  md.use(pythonLists);
  md.use(footnotes);
  md.use(definitionLists);
  md.use(abbreviations);
  md.use(emojiNames);
  md.use(mark);
  md.use(smartMarks);
  md.use(raisedText);
  md.use(insertions);
  md.use(deletions);

  md.use(engineMarkup);
  md.use(markdownInHtml);
  md.use(pythonHtml);
  md.use(admonitions);
  md.use(contentTabs);
  md.use(slashBlocks);
  md.use(commentTerms);
  md.use(leadingComments);
  md.use(githubAlerts);
  md.use(taskLists);
  md.use(criticMarks);
  md.use(keyboardKeys);
  md.use(smartSymbols);
  md.use(smartPunctuation);
  md.use(magicLinks);
  md.use(lineBreaks);
  md.use(progressBars);
  md.use(inlineLanguages);
  md.use(looseReferences);
  md.use(lastReferences);
  md.use(icons);
  md.use(math);
  // Behind formulas, whose marks are backslashes too.
  md.use(escapes);
  md.use(fences);
  md.use(codeAnnotations);
  md.use(attributeLists);
  md.use(textAnnotations);
  md.use(headings);
  md.use(tocMarker);
  md.use(tagListings);
  md.use(links);
  return md;
}
