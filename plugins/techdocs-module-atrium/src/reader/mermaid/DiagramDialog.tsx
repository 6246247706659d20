import { useEffect, useRef } from 'react';
import { t } from '../../translation';
import { showDrawing } from './showDrawing';

export interface DiagramDialogProps {
  svg: string;
  label: string;
  onClose(): void;
}

/** A diagram larger than the column of text allows; scrolls when it must. */
export function DiagramDialog({ svg, label, onClose }: DiagramDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(
    () => showDrawing(place.current, { svg, label, isEnlarged: true }),
    [svg, label],
  );
  return (
    <dialog
      ref={dialog}
      className="atrium-diagram-dialog"
      aria-label={label}
      onClose={onClose}
    >
      <div ref={place} />
      <button type="button" onClick={() => dialog.current?.close()}>
        {t('diagramDialog.close')}
      </button>
    </dialog>
  );
}
