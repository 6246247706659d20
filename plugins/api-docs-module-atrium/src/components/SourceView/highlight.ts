import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { SourceLanguage } from '../../definition/definitionFormat';
import type { HighlightedLine } from './HighlightedLine';

/** Colours are variables of our stylesheet, so that both themes have theirs. */
const theme = createCssVariablesTheme({
  name: 'atrium',
  variablePrefix: '--source-',
  fontStyle: false,
});

const highlighter = createHighlighterCore({
  themes: [theme],
  langs: [
    import('shiki/langs/yaml.mjs'),
    import('shiki/langs/json.mjs'),
    import('shiki/langs/graphql.mjs'),
    import('shiki/langs/proto.mjs'),
  ],
  engine: createJavaScriptRegexEngine(),
});

/** Colours the lines of a text. */
export async function highlight(
  text: string,
  language: Exclude<SourceLanguage, 'text'>,
): Promise<HighlightedLine[]> {
  const { codeToTokensBase } = await highlighter;
  return codeToTokensBase(text, { lang: language, theme: 'atrium' }).map(line =>
    line.map(({ content, color }) => ({ text: content, color })),
  );
}
