import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResponseError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { techdocsStorageApiRef } from '@backstage/plugin-techdocs-react';
import type { DocsProposalDraft } from '@atrium/plugin-techdocs-common';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { type DocsReaderApi, docsReaderApiRef } from '../api/DocsReaderApi';
import { siteRouteRef } from '../docsRoutes';
import { loadMermaid } from '../reader/mermaid/loadMermaid';
import { EditDocsPage } from './EditDocsPage';

jest.mock('../reader/mermaid/loadMermaid', () => ({ loadMermaid: jest.fn() }));

const entityRef = 'component:default/shop';
const page = 'docs/guides/refund.md';

const draft: DocsProposalDraft = {
  entityRef,
  title: 'Refund',
  path: 'guides/refund/',
  alsoChanges: [],
  files: [
    {
      path: page,
      url: `https://git.test/acme/shop/src/branch/main/${page}`,
      content: '# Refund\n\nAsk first.\n',
      base: 'sha-1',
    },
  ],
  repositoryUrl: 'https://git.test/acme/shop',
  branch: 'main',
  handover: 'pull-request',
};

const firstDraft: DocsProposalDraft = {
  ...draft,
  title: 'Shop',
  path: undefined,
  suggestion: '# Shop\n\nWhat it does.\n',
  alsoChanges: ['mkdocs.yml', 'catalog-info.yaml'],
  files: [{ path: 'docs/index.md', url: draft.files[0].url, content: '' }],
};

const proposal = {
  handover: 'pull-request' as const,
  url: 'https://git.test/acme/shop/pulls/7',
  commit: 'c0ffee',
  fileUrl: draft.files[0].url,
  at: '2026-11-29T08:00:00.000Z',
};

beforeAll(() => {
  // CodeMirror measures text, which jsdom does not lay out.
  const nothing = document.createElement('span');
  Range.prototype.getClientRects = () => nothing.getClientRects();
});

function renderEditor(address: string, reader: Partial<DocsReaderApi>) {
  const api = {
    checkProposal: jest.fn(async () => ({ own: [], earlier: [] })),
    preview: jest.fn(async () => ({
      html: '<h1>Refund</h1><img src="plan.png">',
      stylesheet: '',
    })),
    propose: jest.fn(async () => proposal),
    ...reader,
  };
  renderInTestApp(
    <TestQueryProvider>
      <EditDocsPage />
    </TestQueryProvider>,
    {
      initialRouteEntries: [`/docs/edit?${address}`],
      mountedRoutes: { '/docs/:namespace/:kind/:name': siteRouteRef },
      apis: [
        [docsReaderApiRef, api],
        [
          techdocsStorageApiRef,
          { getStorageUrl: async () => 'http://portal.test/static/docs' },
        ],
      ],
    },
  );
  return api;
}

it('shows a page beside its preview, and proposes what was written', async () => {
  const user = userEvent.setup();
  const api = renderEditor(`entity=${entityRef}&page=${page}`, {
    getProposalDraft: async () => draft,
  });
  expect(
    await screen.findByRole('heading', { name: 'Edit Refund' }),
  ).toBeVisible();
  expect(
    screen.getByRole('link', { name: 'Back to the page' }),
  ).toHaveAttribute('href', '/docs/default/component/shop/guides/refund/');
  const preview = screen.getByLabelText('How the page will look');
  await screen.findByRole('button', { name: 'Review the change' });
  expect(api.preview).toHaveBeenCalledWith({
    entityRef,
    page,
    content: draft.files[0].content,
  });
  expect(preview.shadowRoot?.querySelector('img')).toHaveAttribute(
    'src',
    'http://portal.test/static/docs/default/component/shop/guides/plan.png',
  );
  expect(
    screen.getByRole('button', { name: 'Review the change' }),
  ).toBeDisabled();

  await user.click(screen.getByRole('textbox', { name: `Text of ${page}` }));
  await user.keyboard('New: ');
  await user.click(screen.getByRole('button', { name: 'Review the change' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Open a pull request' }));
  expect(
    await screen.findByRole('heading', {
      name: 'The change is waiting for review',
    }),
  ).toBeVisible();
  expect(api.propose).toHaveBeenCalledWith({
    entityRef,
    page,
    path: page,
    base: 'sha-1',
    content: 'New: # Refund\n\nAsk first.\n',
    message: `Change ${page}`,
  });
});

it('changes no line of a page from Windows that nobody wrote on', async () => {
  const user = userEvent.setup();
  const [file] = draft.files;
  const api = renderEditor(`entity=${entityRef}&page=${page}`, {
    getProposalDraft: async () => ({
      ...draft,
      files: [{ ...file, content: '# Refund\r\n\r\nAsk first.\r\n' }],
    }),
  });
  await user.click(
    await screen.findByRole('textbox', { name: `Text of ${page}` }),
  );
  await user.keyboard('x');
  await user.click(screen.getByRole('button', { name: 'Review the change' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Open a pull request' }));
  await screen.findByRole('heading', {
    name: 'The change is waiting for review',
  });
  expect(api.propose).toHaveBeenCalledWith(
    expect.objectContaining({
      content: 'x# Refund\r\n\r\nAsk first.\r\n',
    }),
  );
});

it('says before anything is written that the repository would refuse it', async () => {
  const user = userEvent.setup();
  renderEditor(`entity=${entityRef}&page=${page}`, {
    getProposalDraft: async () => ({
      ...draft,
      handover: 'commit',
      isRefused: true,
    }),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'You cannot write to acme/shop, and it takes no pull requests. Ask somebody who maintains it to make the change.',
  );
  await user.click(screen.getByRole('textbox', { name: `Text of ${page}` }));
  await user.keyboard('New: ');
  expect(
    screen.getByRole('button', { name: 'Review the change' }),
  ).toBeDisabled();
});

it('draws diagrams in the preview as on the page', async () => {
  (loadMermaid as jest.Mock).mockResolvedValue({
    initialize: jest.fn(),
    render: async (_id: string, source: string) => ({
      svg: `<svg viewBox="0 0 40 20"><text>${source.trim()}</text></svg>`,
    }),
  });
  renderEditor(`entity=${entityRef}&page=${page}`, {
    getProposalDraft: async () => draft,
    preview: async () => ({
      html: '<h1>Refund</h1><pre class="mermaid"><code>graph A</code></pre>',
      stylesheet: '',
    }),
  });
  const preview = await screen.findByLabelText('How the page will look');
  await waitFor(() =>
    expect(preview.shadowRoot?.querySelector('svg')).toHaveAccessibleName(
      'Diagram: Refund',
    ),
  );
  expect(preview.shadowRoot?.querySelector('pre')).toHaveAttribute('hidden');
});

it('begins the documentation of an entity with a page to write on', async () => {
  const user = userEvent.setup();
  const api = renderEditor(`entity=${entityRef}`, {
    getProposalDraft: async () => firstDraft,
  });
  await screen.findByRole('heading', { name: 'Document Shop' });
  await user.click(screen.getByRole('button', { name: 'Review the change' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    dialog.getByText(/The same change adds mkdocs.yml and the annotation in/),
  ).toHaveTextContent('in catalog-info.yaml');
  await user.click(dialog.getByRole('button', { name: 'Open a pull request' }));
  await screen.findByRole('heading', {
    name: 'The change is waiting for review',
  });
  expect(api.propose).toHaveBeenCalledWith(
    expect.objectContaining({ content: '# Shop\n\nWhat it does.\n' }),
  );
});

it('says why a page cannot be written here', async () => {
  renderEditor(`entity=${entityRef}&page=${page}`, {
    getProposalDraft: async () => {
      throw await ResponseError.fromResponse(
        Response.json(
          {
            error: { name: 'InputError', message: 'It is elsewhere' },
            response: { statusCode: 400 },
          },
          { status: 400 },
        ) as never,
      );
    },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('It is elsewhere');
});

it('asks which page where the address names none', async () => {
  renderEditor('', {});
  expect(await screen.findByText('Which page?')).toBeVisible();
});
