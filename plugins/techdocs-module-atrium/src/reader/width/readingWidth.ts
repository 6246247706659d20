/** `text` keeps lines short, `page` gives the whole page to the text. */
export type ReadingWidth = 'text' | 'page';

/** Beside the keys of the stock reader's own settings. */
const STORAGE_KEY = 'techdocs.addons.settings.readingwidth';

const listeners = new Set<() => void>();

export function getReadingWidth(): ReadingWidth {
  return localStorage.getItem(STORAGE_KEY) === 'page' ? 'page' : 'text';
}

/** Kept in the browser: what is comfortable depends on the screen. */
export function setReadingWidth(width: ReadingWidth) {
  localStorage.setItem(STORAGE_KEY, width);
  for (const listener of listeners) {
    listener();
  }
}

export function subscribeToReadingWidth(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
