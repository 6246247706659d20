import { useEffect, useState } from 'react';
import type { SourceLanguage } from '../../definition/definitionFormat';
import type { HighlightedLine } from './HighlightedLine';

/** Longer texts are shown plain: colouring them takes longer than reading on. */
const MAX_LENGTH = 300_000;

/** The coloured lines of a text, once they are there. */
export function useHighlighted(
  text: string,
  language: SourceLanguage,
): HighlightedLine[] | undefined {
  const [result, setResult] = useState<{
    text: string;
    lines: HighlightedLine[];
  }>();
  useEffect(() => {
    if (language === 'text' || text.length > MAX_LENGTH) {
      return undefined;
    }
    let isCurrent = true;
    import('./highlight')
      .then(module => module.highlight(text, language))
      .then(lines => isCurrent && setResult({ text, lines }))
      // Without colours the text can be read as well.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [text, language]);
  return result?.text === text ? result.lines : undefined;
}
