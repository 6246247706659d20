import styles from './ReferenceView.module.css';

/** Props of {@link Prose}. */
export interface ProseProps {
  text: string;
}

/** A comment of a definition: paragraphs, with `code` in them. */
export function Prose({ text }: ProseProps) {
  return (
    <div className={styles.prose}>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, index) => (
          <p key={index}>
            {paragraph.split('`').map((part, position) =>
              // Between an odd and an even backtick is code.
              position % 2 === 1 ? <code key={position}>{part}</code> : part,
            )}
          </p>
        ))}
    </div>
  );
}
