import { followOverflow } from '../scrolling/followOverflow';

/** Smaller than this, the letters of a drawing can hardly be read. */
const MIN_SCALE = 0.6;

export interface ShownDrawing {
  /** From the library, which has sanitised it. */
  svg: string;
  label: string;
  /** Larger than in the page, as far as the window allows it. */
  isEnlarged?: boolean;
}

/**
 * Puts a drawing into an element and gives it a name for screen readers.
 *
 * @returns ends what follows the size of the element
 */
export function showDrawing(
  place: HTMLElement | null,
  drawing: ShownDrawing,
): (() => void) | undefined {
  if (!place) {
    return undefined;
  }
  place.innerHTML = drawing.svg;
  const element = place.querySelector('svg');
  if (!element) {
    return undefined;
  }
  // Authors name a diagram with `accTitle`; that name is the better one.
  if (!element.hasAttribute('aria-labelledby')) {
    element.setAttribute('aria-label', drawing.label);
  }
  const [width, height] = sizeOf(element);
  if (drawing.isEnlarged) {
    const fitting = Math.min(
      (window.innerWidth * 0.92) / width,
      (window.innerHeight * 0.8) / height,
    );
    const scale = Math.min(Math.max(fitting, 1.2), 2);
    element.style.maxWidth = 'none';
    element.style.width = `${Math.round(width * scale)}px`;
    return undefined;
  }
  element.style.minWidth = `${Math.round(width * MIN_SCALE)}px`;
  return followOverflow([place], (_, isCropped) => {
    if (isCropped) {
      place.dataset.cropped = '';
      place.tabIndex = 0;
      place.setAttribute('role', 'group');
      place.setAttribute('aria-label', drawing.label);
    } else {
      delete place.dataset.cropped;
      ['tabindex', 'role', 'aria-label'].forEach(name =>
        place.removeAttribute(name),
      );
    }
  });
}

function sizeOf(element: Element): number[] {
  const viewBox = element.getAttribute('viewBox') ?? '0 0 1 1';
  return viewBox.split(/\s+/).slice(2).map(Number);
}
