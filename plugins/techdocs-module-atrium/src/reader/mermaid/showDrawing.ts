/** Smaller than this, the letters of a drawing can hardly be read. */
const MIN_SCALE = 0.6;

export interface ShownDrawing {
  /** From the library, which has sanitised it. */
  svg: string;
  label: string;
  /** Larger than in the page, as far as the window allows it. */
  isEnlarged?: boolean;
}

/** Puts a drawing into an element and gives it a name for screen readers. */
export function showDrawing(place: HTMLElement | null, drawing: ShownDrawing) {
  if (!place) {
    return;
  }
  place.innerHTML = drawing.svg;
  const element = place.querySelector('svg');
  if (!element) {
    return;
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
    return;
  }
  element.style.minWidth = `${Math.round(width * MIN_SCALE)}px`;
  // What scrolls has to be reachable by keyboard.
  if (place.scrollWidth > place.clientWidth) {
    place.dataset.cropped = '';
    place.tabIndex = 0;
    place.setAttribute('role', 'group');
    place.setAttribute('aria-label', drawing.label);
  }
}

function sizeOf(element: Element): number[] {
  const viewBox = element.getAttribute('viewBox') ?? '0 0 1 1';
  return viewBox.split(/\s+/).slice(2).map(Number);
}
