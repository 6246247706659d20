import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { ApiHistoryApi } from '../../api/ApiHistoryApi';
import {
  paymentApi,
  renderWithHistory,
} from '../../__testUtils__/renderWithHistory';
import {
  breakingVersion,
  firstVersion,
  invalidVersion,
  sampleDiff,
} from '../../__testUtils__/sampleVersions';
import { HistoryContent } from './HistoryContent';

const entityRef = 'api:default/payment-api';

function page(...items: ApiVersion[]) {
  return { items, totalItems: items.length };
}

function show(history: Partial<ApiHistoryApi>, path?: string) {
  return renderWithHistory(<HistoryContent />, {
    entity: paymentApi,
    history: {
      listVersions: async () =>
        page(invalidVersion, breakingVersion, firstVersion),
      getDiff: async () => sampleDiff,
      ...history,
    },
    path,
  });
}

describe('HistoryContent', () => {
  it('lists versions with what they brought, when and by which commit', async () => {
    await show({});
    const list = await screen.findByRole('region', { name: 'Versions' });
    const [invalid, breaking, first] = within(list).getAllByRole('listitem');
    expect(invalid).toHaveTextContent('Not valid, line 12');
    expect(invalid).toHaveTextContent('bad indentation of a mapping entry');
    expect(breaking).toHaveTextContent('#2, 2.0.0');
    expect(breaking).toHaveTextContent('2 breaking1 compatible');
    expect(
      within(breaking).getByRole('link', { name: '4f2d8c6b' }),
    ).toHaveAttribute('href', breakingVersion.commit?.url);
    expect(first).toHaveTextContent('First version');
  });

  it('shows what the last two changed, breaking first', async () => {
    const { api } = await show({});
    const changes = await screen.findByRole('region', { name: 'Changes' });
    expect(api.getDiff).toHaveBeenCalledWith({
      entityRef,
      from: undefined,
      to: undefined,
    });
    const refunds = await within(changes).findByRole('region', {
      name: 'POST /refunds',
    });
    const items = within(refunds).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(
      'BreakingThe field became required.request body › Refund.reasonoptional → required',
    );
    expect(items[1]).toHaveTextContent(
      'CompatibleThe field "state" was added.',
    );
    expect(
      screen.getByText(
        '2 breaking: consumers of the old definition stop working',
      ),
    ).toBeVisible();
  });

  it('compares the versions that the address names', async () => {
    const { api } = await show({}, '/?from=1&to=2');
    await screen.findByRole('region', { name: 'POST /refunds' });
    expect(api.getDiff).toHaveBeenCalledWith({ entityRef, from: 1, to: 2 });
  });

  it('compares two versions that the reader chooses', async () => {
    const { api } = await show({});
    await screen.findByRole('region', { name: 'POST /refunds' });
    await userEvent.click(screen.getByRole('button', { name: /Changes from/ }));
    await userEvent.click(screen.getByRole('option', { name: '#3' }));
    await waitFor(() =>
      expect(api.getDiff).toHaveBeenCalledWith({ entityRef, from: 3, to: 2 }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: '#2, 2.0.0' }),
    );
    await waitFor(() =>
      expect(api.getDiff).toHaveBeenCalledWith({ entityRef, from: 1, to: 2 }),
    );
  });

  it('compares line by line when asked to', async () => {
    const { api } = await show({
      getLineDiff: async () => ({
        ...sampleDiff,
        hunks: [
          {
            fromLine: 7,
            toLine: 7,
            lines: [
              { kind: 'same', text: 'paths:' },
              { kind: 'removed', text: '  /cancel: {}' },
              { kind: 'added', text: '  /revoke: {}' },
            ],
          },
        ],
        addedLines: 1,
        removedLines: 1,
        isTruncated: true,
      }),
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Line by line' }),
    );
    const lines = await screen.findByRole('region', { name: 'Line by line' });
    expect(
      within(lines)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent),
    ).toEqual([
      '77  paths:',
      '8− removed:   /cancel: {}',
      '8+ added:   /revoke: {}',
    ]);
    expect(screen.getByText('Lines: 1 added, 1 removed')).toBeVisible();
    expect(
      screen.getByText('There are more differences than can be listed here.'),
    ).toBeVisible();
    expect(api.getLineDiff).toHaveBeenCalledWith({ entityRef, from: 1, to: 2 });
  });

  it('says why two versions cannot be compared in meaning', async () => {
    await show({
      getDiff: async () => ({
        ...sampleDiff,
        isSemantic: false,
        reason: 'Version 3 is not valid.',
        changes: [],
      }),
    });
    expect(
      await screen.findByText(
        'Version 3 is not valid. Look at what changed line by line instead.',
      ),
    ).toBeVisible();
  });

  it('asks for no comparison of the only version', async () => {
    const { api } = await show({
      listVersions: async () => page(invalidVersion, firstVersion),
    });
    expect(await screen.findByText('Nothing to compare with')).toBeVisible();
    expect(api.getDiff).not.toHaveBeenCalled();
  });

  it('shows a version that is added while one looks', async () => {
    const listVersions = jest
      .fn()
      .mockResolvedValueOnce(page(firstVersion))
      .mockResolvedValue(page(breakingVersion, firstVersion));
    const { signal } = await show({ listVersions });
    expect(
      await screen.findByRole('button', { name: '#1, 1.8.0' }),
    ).toBeVisible();
    act(() =>
      signal('api-history:api:default/payment-api', {
        action: 'version-added',
        number: 2,
      }),
    );
    expect(
      await screen.findByRole('button', { name: '#2, 2.0.0' }),
    ).toBeVisible();
  });

  it('shows older versions on demand', async () => {
    const { api } = await show({
      listVersions: async ({ cursor }) =>
        cursor
          ? { items: [firstVersion], totalItems: 2 }
          : { items: [breakingVersion], totalItems: 2, nextCursor: 'next' },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show older versions' }),
    );
    expect(
      await screen.findByRole('button', { name: '#1, 1.8.0' }),
    ).toBeVisible();
    expect(api.listVersions).toHaveBeenLastCalledWith({
      entityRef,
      limit: 50,
      cursor: 'next',
    });
  });

  it('teaches when there is no version', async () => {
    await show({ listVersions: async () => page() });
    expect(await screen.findByText('No versions saved yet')).toBeVisible();
  });

  it('says that it is loading', async () => {
    await show({ listVersions: () => new Promise(() => {}) });
    expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  });

  it('says what went wrong and tries again', async () => {
    const listVersions = jest
      .fn()
      .mockRejectedValueOnce(new Error('The history is away'))
      .mockResolvedValue(page(firstVersion));
    await show({ listVersions });
    expect(await screen.findByText('The history is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: '#1, 1.8.0' }),
    ).toBeVisible();
  });
});
