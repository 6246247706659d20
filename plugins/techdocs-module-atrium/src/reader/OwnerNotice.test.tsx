import { within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  findPageBody,
  renderAddon,
  settle,
} from '../__testUtils__/renderAddon';
import { OwnerNotice } from './OwnerNotice';

const article = '<h1>Runbook</h1><p>On call</p>';
const metadata = { atrium: { facts: true } };
const owner = ['group:default/team-payments'];

const page = (path: string, sourcePath: string) => ({
  path,
  title: path,
  sourcePath,
  editUrl: `https://git.test/_edit/main/${sourcePath}`,
  words: 10,
  minutes: 1,
});

const facts = {
  version: 1,
  builtAt: '2026-11-25T10:00:00.000Z',
  pages: [page('', 'docs/index.md'), page('runbook/', 'docs/runbook.md')],
  warnings: [
    { kind: 'configuration', page: 'mkdocs.yml', message: 'hooks is ignored' },
    {
      kind: 'broken-link',
      page: 'docs/runbook.md',
      line: 42,
      message: 'As the engine of another release words it',
      messages: {
        message: [
          {
            key: 'docs.warning.noLinkTarget',
            values: { target: 'grafana.md' },
          },
        ],
      },
    },
  ],
};

it('tells the owning team in one line what to repair', async () => {
  const user = userEvent.setup();
  renderAddon(<OwnerNotice />, {
    article,
    metadata,
    facts,
    path: 'runbook/',
    ownershipEntityRefs: owner,
  });
  const body = await findPageBody();
  const summary = await within(body).findByText(
    '2 things to fix in this documentation, 1 of them on this page',
  );
  const notice = summary.closest('details');
  expect(notice).not.toHaveAttribute('open');
  await user.click(summary);
  expect(notice).toHaveAttribute('open');
  const items = within(body).getAllByRole('listitem');
  expect(items.map(item => item.textContent)).toEqual([
    "The link target 'grafana.md' does not existdocs/runbook.md:42",
    'hooks is ignoredmkdocs.yml',
  ]);
  expect(
    within(body).getByRole('link', { name: 'docs/runbook.md:42' }),
  ).toHaveAttribute('href', 'https://git.test/_edit/main/docs/runbook.md');
});

it.each([
  ['other people', { facts, ownershipEntityRefs: ['group:default/team-web'] }],
  [
    'an owner with nothing to do',
    { facts: { ...facts, warnings: [] }, ownershipEntityRefs: owner },
  ],
])('does not bother %s', async (_, options) => {
  const { fetch } = renderAddon(<OwnerNotice />, {
    article,
    metadata,
    ...options,
  });
  const body = await findPageBody();
  await within(body).findByText('On call');
  await settle();
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(body.querySelector('details')).toBeNull();
});
