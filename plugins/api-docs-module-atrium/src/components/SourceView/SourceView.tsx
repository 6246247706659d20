import { useEffect, useMemo, useRef } from 'react';
import type { SourceLanguage } from '../../definition/definitionFormat';
import { ScrollRegion } from '@atrium/ui';
import { t } from '../../translation';
import type { HighlightedLine } from './HighlightedLine';
import { useHighlighted } from './useHighlighted';
import styles from './SourceView.module.css';

/**
 * Lines are laid out in blocks, so that the browser skips what is not on the
 * screen and still finds it by its own search.
 */
const LINES_PER_BLOCK = 400;

/** What the stylesheet gives to each line, in pixels. */
const LINE_HEIGHT = 20;

/** Props of {@link SourceView}. */
export interface SourceViewProps {
  text: string;
  language: SourceLanguage;
  /** Scrolled to and marked; counted from 1. */
  line?: number;
}

/** A definition as its team wrote it. */
export function SourceView({ text, language, line }: SourceViewProps) {
  const highlighted = useHighlighted(text, language);
  const blocks = useMemo(
    () => toBlocks(highlighted ?? plainLines(text)),
    [highlighted, text],
  );
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (line !== undefined) {
      // Some lines above, for what the line belongs to.
      container.current?.scrollTo({ top: (line - 4) * LINE_HEIGHT });
    }
  }, [line]);

  return (
    <ScrollRegion
      ref={container}
      label={t('sourceView.source')}
      className={styles.source}
    >
      {blocks.map(({ first, lines }) => (
        <div
          key={first}
          className={styles.block}
          style={{
            containIntrinsicSize: `auto 600px auto ${
              lines.length * LINE_HEIGHT
            }px`,
          }}
        >
          <pre className={styles.numbers} aria-hidden="true">
            {lines.map((_, index) => first + index).join('\n')}
          </pre>
          <pre className={styles.lines}>
            {lines.map((parts, index) => (
              <SourceLine
                key={first + index}
                parts={parts}
                isMarked={first + index === line}
              />
            ))}
          </pre>
        </div>
      ))}
    </ScrollRegion>
  );
}

interface SourceLineProps {
  parts: HighlightedLine;
  isMarked: boolean;
}

function SourceLine({ parts, isMarked }: SourceLineProps) {
  const content = parts.map((part, index) =>
    part.color ? (
      <span key={index} style={{ color: part.color }}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
  return isMarked ? (
    <mark className={styles.marked}>
      {content}
      {'\n'}
    </mark>
  ) : (
    <>
      {content}
      {'\n'}
    </>
  );
}

function plainLines(text: string): HighlightedLine[] {
  return text.split('\n').map(line => [{ text: line }]);
}

function toBlocks(lines: HighlightedLine[]) {
  const blocks: { first: number; lines: HighlightedLine[] }[] = [];
  for (let start = 0; start < lines.length; start += LINES_PER_BLOCK) {
    blocks.push({
      first: start + 1,
      lines: lines.slice(start, start + LINES_PER_BLOCK),
    });
  }
  return blocks;
}
