import { waitFor, within } from '@testing-library/react';
import {
  findPageBody,
  renderAddon,
  settle,
} from '../__testUtils__/renderAddon';
import { PageFacts } from './PageFacts';

const article = '<h1>Runbook</h1><p>On call</p>';
const metadata = { atrium: { facts: true } };
/** Three days after the last change of the page. */
const now = new Date('2026-11-28T10:00:00.000Z');

const facts = {
  version: 1,
  builtAt: '2026-11-25T10:00:00.000Z',
  warnings: [],
  pages: [
    {
      path: '',
      title: 'Payment Service',
      sourcePath: 'docs/index.md',
      words: 0,
      minutes: 0,
    },
    {
      path: 'runbook/',
      title: 'Runbook',
      sourcePath: 'docs/runbook.md',
      editUrl:
        'https://git.test/acme/payment-service/_edit/main/docs/runbook.md',
      lastUpdated: '2026-11-25T10:00:00.000Z',
      commit: {
        id: '3f9d2c81aa00bb11cc22dd33ee44ff5566778899',
        shortId: '3f9d2c81',
        url: 'https://git.test/acme/payment-service/commit/3f9d2c81',
        author: 'Priya Natarajan',
        message: 'Say what happens without a key',
      },
      words: 820,
      minutes: 4,
    },
  ],
};

beforeEach(() => jest.useFakeTimers({ now, advanceTimers: true }));
afterEach(() => jest.useRealTimers());

it('says how long a page is, how fresh, and which change is behind it', async () => {
  const { fetch } = renderAddon(<PageFacts />, {
    article,
    metadata,
    facts,
    path: 'runbook',
  });
  const body = within(await findPageBody());
  expect(await body.findByText('4 min read')).toBeInTheDocument();
  expect(body.getAllByText('3 days ago')).toHaveLength(2);
  expect(body.getByRole('contentinfo')).toHaveTextContent(
    'Last updated 3 days ago by Priya Natarajan in 3f9d2c81Say what happens without a key',
  );
  expect(body.getByRole('link', { name: '3f9d2c81' })).toHaveAttribute(
    'href',
    'https://git.test/acme/payment-service/commit/3f9d2c81',
  );
  expect(body.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
    'href',
    '/docs/edit?entity=component%3Adefault%2Fpayment-service&page=docs%2Frunbook.md',
  );
  expect(body.getByRole('link', { name: 'Open on git.test' })).toHaveAttribute(
    'href',
    'https://git.test/acme/payment-service/_edit/main/docs/runbook.md',
  );
  expect(fetch).toHaveBeenCalledWith(
    'http://portal.test/api/techdocs/static/docs/default/component/payment-service/atrium_docs.json',
  );
});

it('leaves out what is not known', async () => {
  renderAddon(<PageFacts />, { article, metadata, facts });
  const body = await findPageBody();
  await waitFor(() =>
    expect(body.querySelector('.atrium-page-header')).toBeEmptyDOMElement(),
  );
  expect(within(body).queryByRole('contentinfo')).not.toBeInTheDocument();
});

it('finds the facts in the list of published files', async () => {
  renderAddon(<PageFacts />, {
    article,
    metadata: { files: ['index.html', 'atrium_docs.json'] },
    facts,
    path: 'runbook/',
  });
  const body = within(await findPageBody());
  expect(await body.findByText('4 min read')).toBeInTheDocument();
});

it('asks for nothing when the engine published nothing', async () => {
  const { fetch } = renderAddon(<PageFacts />, {
    article,
    metadata: { files: ['index.html', 'search/search_index.json'] },
    facts,
  });
  const body = await findPageBody();
  await within(body).findByText('On call');
  await settle();
  expect(fetch).not.toHaveBeenCalled();
  expect(body.querySelector('.atrium-page-header')).toBeNull();
});

it('does not lead to addresses that a browser would run', async () => {
  const [, runbook] = facts.pages;
  renderAddon(<PageFacts />, {
    article,
    metadata,
    path: 'runbook/',
    facts: {
      ...facts,
      // eslint-disable-next-line no-script-url
      pages: [{ ...runbook, editUrl: 'javascript:alert(1)' }],
    },
  });
  const body = within(await findPageBody());
  await body.findByText('4 min read');
  expect(
    body.queryByRole('link', { name: 'Edit this page' }),
  ).not.toBeInTheDocument();
});
