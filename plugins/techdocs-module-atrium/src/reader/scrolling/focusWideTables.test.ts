import { focusWideTables } from './focusWideTables';

const OriginalObserver = global.ResizeObserver;
let resize: () => void;

beforeEach(() => {
  global.ResizeObserver = class {
    constructor(callback: ResizeObserverCallback) {
      resize = () => callback([], this);
    }
    observe() {}
    unobserve() {}
    disconnect() {
      resize = () => {};
    }
  };
});

afterEach(() => {
  global.ResizeObserver = OriginalObserver;
});

/** An article with a table that needs 600 pixels, in a page that has fewer. */
function createArticle() {
  const article = document.createElement('article');
  const table = document.createElement('table');
  const page = { width: 390 };
  Object.defineProperties(table, {
    scrollWidth: { get: () => Math.max(600, page.width) },
    clientWidth: { get: () => page.width },
  });
  article.append(table);
  return { article, table, page };
}

it('lets tables be focused while they are wider than the page', () => {
  const { article, table, page } = createArticle();
  const end = focusWideTables(article);
  resize();
  expect(table).toHaveAttribute('tabindex', '0');
  page.width = 1400;
  resize();
  expect(table).not.toHaveAttribute('tabindex');
  end();
  page.width = 390;
  resize();
  expect(table).not.toHaveAttribute('tabindex');
});
