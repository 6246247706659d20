import { readFrameTexts, translateFrame } from './translateFrame';

jest.mock('../../translation', () => ({ t: (key: string) => key }));

function createPage(html: string): HTMLElement {
  const page = document.createElement('body');
  page.innerHTML = html;
  return page;
}

it('translates what stands around an article', () => {
  const page = createPage(`
    <nav aria-label="On this page"><div class="md-nav__title">On this page</div></nav>
    <article><h2>Next<a class="headerlink" title="Permanent link">¶</a></h2></article>
    <nav aria-label="Previous and next page">
      <a><span class="md-footer__direction">Next</span>Runbook</a>
    </nav>`);
  translateFrame(page, readFrameTexts());
  expect(page.querySelector('nav')).toHaveAccessibleName(
    'frameTexts.onThisPage',
  );
  expect(page).toHaveTextContent(
    'frameTexts.onThisPage Next¶ frameTexts.nextRunbook',
  );
  expect(page.querySelector('.md-nav__title')).toHaveAttribute('lang', 'en');
  expect(page.querySelector('.headerlink')).toHaveAttribute(
    'title',
    'frameTexts.permanentLink',
  );
});

it('leaves what a site words itself', () => {
  const html =
    '<nav aria-label="Inhalt"><b class="md-nav__title">Inhalt</b></nav>';
  const page = createPage(html);
  translateFrame(page, readFrameTexts());
  expect(page.innerHTML).toBe(html);
});
