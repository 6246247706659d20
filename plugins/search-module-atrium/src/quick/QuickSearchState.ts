import type { QuickSearchApi } from './QuickSearchApi';

/** Whether the quick search is open, for whoever opens and whoever shows it. */
export class QuickSearchState implements QuickSearchApi {
  readonly #listeners = new Set<() => void>();
  #isOpen = false;

  open = () => this.#set(true);

  close = () => this.#set(false);

  isOpen = () => this.#isOpen;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  #set(isOpen: boolean) {
    if (isOpen !== this.#isOpen) {
      this.#isOpen = isOpen;
      this.#listeners.forEach(listener => listener());
    }
  }
}
