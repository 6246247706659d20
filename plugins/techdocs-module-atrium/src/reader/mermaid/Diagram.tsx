import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { t } from '../../translation';
import { useThemeMode } from '../useThemeMode';
import { DiagramDialog } from './DiagramDialog';
import { drawDiagram } from './drawDiagram';
import { showDrawing } from './showDrawing';

/** Keeps about as much room free as most diagrams take, so little moves. */
const HEIGHT_OF_LINE = 24;

export interface DiagramProps {
  /** The block of code; seen by readers only when it cannot be drawn. */
  code: HTMLElement;
}

/** One diagram: drawn, being drawn, or with the reason why it is not. */
export function Diagram({ code }: DiagramProps) {
  const mode = useThemeMode();
  const source = (code.querySelector('code') ?? code).textContent ?? '';
  const { data: svg, error } = useQuery({
    queryKey: ['techdocs', 'diagram', mode, source],
    queryFn: () => drawDiagram(source, mode),
    staleTime: Infinity,
    retry: false,
  });
  const hasFailed = error !== null;
  useEffect(() => {
    code.hidden = !hasFailed;
    return () => {
      code.hidden = false;
    };
  }, [code, hasFailed]);

  if (hasFailed) {
    return (
      <div className="atrium-diagram-error" role="note">
        <strong>{t('diagram.thisDiagramCannotBeDrawn')}</strong>
        <span>{error.message}</span>
      </div>
    );
  }
  if (svg === undefined) {
    const height = source.trim().split('\n').length * HEIGHT_OF_LINE;
    return (
      <div role="status" aria-label={t('diagram.drawing')} style={{ height }} />
    );
  }
  return <Drawing svg={svg} label={labelOf(code)} />;
}

function Drawing({ svg, label }: { svg: string; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [isEnlarged, setIsEnlarged] = useState(false);
  useEffect(() => showDrawing(place.current, { svg, label }), [svg, label]);
  return (
    <figure className="atrium-diagram">
      <div className="atrium-diagram__drawing" ref={place} />
      <button
        type="button"
        className="atrium-diagram__enlarge"
        onClick={() => setIsEnlarged(true)}
      >
        {t('diagram.enlarge')}
      </button>
      {isEnlarged && (
        <DiagramDialog
          svg={svg}
          label={label}
          onClose={() => setIsEnlarged(false)}
        />
      )}
    </figure>
  );
}

/** A drawing is named after the heading that it stands under. */
function labelOf(code: HTMLElement): string {
  const headings = code
    .closest('article')
    ?.querySelectorAll<HTMLElement>('h1, h2, h3, h4');
  const above = [...(headings ?? [])].filter(
    heading =>
      heading.compareDocumentPosition(code) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const heading = above.at(-1)?.firstChild?.textContent?.trim();
  return heading ? t('diagram.diagram', { heading }) : t('diagram.diagram2');
}
