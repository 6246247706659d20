import styles from './Highlighted.module.css';
import type { TextPart } from './splitHighlight';

/** Props of {@link Highlighted}. */
export interface HighlightedProps {
  parts: TextPart[];
}

/** A text with what matched marked in it. */
export function Highlighted({ parts }: HighlightedProps) {
  return (
    <>
      {parts.map((part, index) =>
        part.isMatch ? (
          <mark key={index} className={styles.match}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
