import { isMatch } from '../../browser/matchApis';

/** Props of {@link Highlighted}. */
export interface HighlightedProps {
  text: string;
  words: string[];
}

/** A text in which the words of a query are marked. */
export function Highlighted({ text, words }: HighlightedProps) {
  if (words.length === 0) {
    return <>{text}</>;
  }
  return (
    <>
      {text
        .split(/([\p{L}\p{N}]+)/u)
        .map((part, index) =>
          words.some(word => isMatch(word, part.toLowerCase())) ? (
            <mark key={index}>{part}</mark>
          ) : (
            part
          ),
        )}
    </>
  );
}
