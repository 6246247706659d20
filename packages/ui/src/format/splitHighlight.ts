/** A piece of a text, and whether it matched what was searched for. */
export interface TextPart {
  text: string;
  isMatch: boolean;
}

/** What the search engine puts around what matched. */
export interface HighlightTags {
  preTag: string;
  postTag: string;
}

/** The parts of a text that the search engine has marked. */
export function splitHighlight(
  text: string,
  tags: HighlightTags | undefined,
): TextPart[] {
  if (!tags?.preTag || !tags.postTag) {
    return [{ text, isMatch: false }];
  }
  const [before, ...rest] = text.split(tags.preTag);
  const parts = [{ text: before, isMatch: false }];
  for (const piece of rest) {
    const [match, ...after] = piece.split(tags.postTag);
    parts.push(
      { text: match, isMatch: true },
      { text: after.join(''), isMatch: false },
    );
  }
  return parts.filter(part => part.text !== '');
}
