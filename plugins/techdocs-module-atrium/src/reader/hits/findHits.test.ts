import { findHits } from './findHits';

const page = document.createElement('article');
page.innerHTML = `<h1>Refunds<a class="headerlink">refund</a></h1>
<p>A refund, once <b>refunded</b>, is no prerefund.</p>
<p>如何部署服务</p><pre><code>acme refund --all</code></pre><style>.refund {}</style>`;

it.each([
  ['refund', ['Refunds', 'refund', 'refunded', 'refund']],
  ['Refunds', ['Refunds', 'refund', 'refunded', 'refund']],
  ['acme all', ['acme', 'all']],
  ['(acme.*', ['acme']],
  ['部署 acme', ['部署', 'acme']],
  ['a', []],
  ['', []],
])('finds what begins with the words of %p', (term, found) => {
  expect(findHits(page, term).map(String)).toEqual(found);
});
