import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router-dom';
import type { AgreementTerms } from '@atrium/plugin-sla-common';
import { renderSla } from '../__testUtils__/renderSla';
import {
  sampleAgreement,
  sampleAgreementSummary,
  sampleReport,
} from '../__testUtils__/sampleReports';
import { sampleSlo } from '../__testUtils__/sampleSlo';
import { AgreementsPage } from './AgreementsPage';
import { EntityAgreements } from './EntityAgreements';

const page = <T,>(items: T[]) => ({ items, totalItems: items.length });

/** Permissions are cached by entity, so each kind of reader has one. */
const agreementOf = (name: string) =>
  sampleAgreement({ entityRef: `component:default/${name}` });

describe('the list of agreements', () => {
  it('says how this month goes, what is owed and what is to be closed', async () => {
    const listAgreements = jest.fn(async () =>
      page([sampleAgreementSummary()]),
    );
    renderSla(
      <AgreementsPage />,
      {
        listAgreements,
        // The reader owns none.
        listSlos: async ({ entityRef }) => page(entityRef ? [sampleSlo()] : []),
      },
      { address: '/?owner=group:default/team-payments' },
    );
    const table = await screen.findByRole('region', { name: 'Agreements' });
    await within(table).findByText('Payments succeed');
    const [, row] = within(table).getAllByRole('row');
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      'Payments for UmbrellaUmbrella · Since 1 Oct 2026',
      expect.stringMatching(/payment-servicePayments succeed$/),
      '99.9%',
      '99.85%',
      'Missed so farNovember 2026',
      '10%',
      'September 20261 month to close',
    ]);
    expect(
      within(row).getByRole('link', { name: 'Payments for Umbrella' }),
    ).toHaveAttribute('href', '/slos/agreements/c1');
    expect(listAgreements).toHaveBeenCalledWith({
      ownerRef: 'group:default/team-payments',
      systemRef: undefined,
      limit: 200,
    });
    // Whoever owns no SLO can promise nothing.
    expect(
      screen.queryByRole('button', { name: 'New agreement' }),
    ).not.toBeInTheDocument();
  });

  it('lists deleted ones whose months were closed, and opens them', async () => {
    const removedAt = '2026-11-20T09:00:00.000Z';
    const deleted = { ...sampleAgreementSummary(), removedAt };
    renderSla(<AgreementsPage />, {
      listAgreements: async ({ state }) =>
        page(state === 'removed' ? [deleted] : []),
      getAgreement: async () => ({ ...sampleAgreement(), removedAt }),
      listReports: async () => page([sampleReport({ state: 'closed' })]),
    });
    const list = await screen.findByRole('list', {
      name: 'Deleted agreements',
    });
    expect(list).toHaveTextContent('closed until September 2026');
    await userEvent.click(
      within(list).getByRole('link', { name: 'Payments for Umbrella' }),
    );
  });

  it('teaches when there is none, and writes one down', async () => {
    const createAgreement = jest.fn(async (terms: AgreementTerms) => ({
      ...sampleAgreement(),
      ...terms,
    }));
    renderSla(<AgreementsPage />, {
      listSlos: async () =>
        page([
          sampleSlo(
            { objectiveId: 'fast', displayName: 'Fast' },
            { objectiveId: 'slow', displayName: 'Slow' },
          ),
        ]),
      createAgreement,
    });
    expect(await screen.findByText('No agreements yet')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'New agreement' }),
    );
    const dialog = await screen.findByRole('dialog');
    const field = (name: RegExp) => within(dialog).getByLabelText(name);
    // Day and month by the language of the browser, which tests have American.
    const typeDate = async (name: string, date: string) => {
      const [month] = within(
        within(dialog).getByRole('group', { name }),
      ).getAllByRole('spinbutton');
      await userEvent.click(month);
      await userEvent.keyboard(date);
    };
    const save = within(dialog).getByRole('button', { name: 'Save' });
    await userEvent.click(save);
    expect(dialog).toHaveTextContent('Enter a name');
    expect(dialog).toHaveTextContent('A percentage above 0 and below 100');
    expect(dialog).toHaveTextContent('Choose the first day');
    expect(createAgreement).not.toHaveBeenCalled();

    await userEvent.type(field(/^Name/), 'Payments for Umbrella');
    // A comma is as good as a point.
    await userEvent.type(field(/^Target/), '99,9');
    await typeDate('First day', '10012026');
    await typeDate('Last day', '09012026');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Add a credit' }),
    );
    expect(field(/^Below/)).toHaveValue('99,9');
    await userEvent.click(save);
    expect(dialog).toHaveTextContent(
      'The last day must be after the first day',
    );
    await typeDate('Last day', '12312026');
    await userEvent.click(save);
    expect(dialog).toHaveTextContent('Percentages: a level up to 100');
    await userEvent.type(field(/^Credit/), '10');
    await userEvent.click(save);
    await waitFor(() =>
      expect(createAgreement).toHaveBeenCalledWith({
        name: 'Payments for Umbrella',
        entityRef: 'component:default/payment-service',
        sloName: 'payments-availability',
        objectiveId: 'fast',
        target: 0.999,
        timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        isMaintenanceExcluded: true,
        credits: [{ below: 0.999, creditPercent: 10 }],
        validFrom: '2026-10-01',
        validTo: '2026-12-31',
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});

describe('an agreement', () => {
  it('shows its terms and months, and nothing to change to others', async () => {
    renderSla(
      <AgreementsPage />,
      {
        getAgreement: async () => agreementOf('of-others'),
        listReports: async () =>
          page([
            sampleReport({
              month: '2026-11',
              state: 'running',
              sli: undefined,
              isTargetMet: undefined,
            }),
            sampleReport(),
          ]),
      },
      { address: '/c1' },
    );
    expect(
      await screen.findByRole('heading', { name: 'Payments for Umbrella' }),
    ).toBeVisible();
    expect(screen.getByText('10% below 99.9%, 25% below 99%')).toBeVisible();
    expect(screen.getByText(/Created on .* by crm/)).toBeVisible();
    const months = await screen.findByRole('region', {
      name: 'Months, newest first',
    });
    const rows = within(months).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('November 2026Running–Not measured');
    expect(rows[2]).toHaveTextContent('October 2026Open99.8%Missed10%');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that a month can no longer be measured, and does not close it', async () => {
    const lost = sampleReport({
      sli: undefined,
      isTargetMet: undefined,
      creditPercent: 0,
      hasLostMinutes: true,
    });
    const answers = {
      getAgreement: async () => agreementOf('lost'),
      listReports: async () => page([lost]),
      getReport: async () => lost,
    };
    const { unmount } = renderSla(<AgreementsPage />, answers, {
      address: '/c1',
      isOwner: true,
    });
    const months = await screen.findByRole('region', {
      name: 'Months, newest first',
    });
    expect(within(months).getAllByRole('row')[1]).toHaveTextContent(
      'October 2026Open–No longer measurable–',
    );
    expect(
      screen.queryByRole('button', { name: 'Close October 2026' }),
    ).not.toBeInTheDocument();
    unmount();
    renderSla(<AgreementsPage />, answers, {
      address: '/c1/2026-10',
      isOwner: true,
    });
    expect(
      await screen.findByText(/The month can no longer be measured or closed/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Close October 2026' }),
    ).not.toBeInTheDocument();
  });

  it('is ended and its months are closed by its owners, with a warning', async () => {
    const agreement = agreementOf('to-close');
    const updateAgreement = jest.fn(async () => agreement);
    const closeReport = jest
      .fn()
      .mockRejectedValueOnce(new Error("'2026-10' was closed already"))
      .mockResolvedValue(sampleReport({ state: 'closed' }));
    renderSla(
      <AgreementsPage />,
      {
        getAgreement: async () => agreement,
        listReports: async () => page([sampleReport()]),
        updateAgreement,
        closeReport,
      },
      { address: '/c1', isOwner: true },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close October 2026' }),
    );
    const closing = await screen.findByRole('dialog');
    expect(closing).toHaveTextContent('99.8%, with 99.9% agreed');
    expect(closing).toHaveTextContent('This is final.');
    const confirm = within(closing).getByRole('button', {
      name: 'Close month',
    });
    await userEvent.click(confirm);
    expect(await within(closing).findByRole('alert')).toHaveTextContent(
      "Nothing was changed: '2026-10' was closed already",
    );
    await userEvent.click(confirm);
    await waitFor(() => expect(closing).not.toBeInTheDocument());
    expect(closeReport).toHaveBeenCalledWith('c1', '2026-10');

    await userEvent.click(
      screen.getByRole('button', { name: 'End agreement' }),
    );
    const ending = await screen.findByRole('dialog');
    const end = within(ending).getByRole('button', { name: 'End agreement' });
    expect(end).toBeDisabled();
    const [month] = within(
      within(ending).getByRole('group', { name: 'Last day' }),
    ).getAllByRole('spinbutton');
    await userEvent.click(month);
    await userEvent.keyboard('12312026');
    await userEvent.click(end);
    const { id, createdBy, createdAt, updatedAt, ...terms } = agreement;
    await waitFor(() =>
      expect(updateAgreement).toHaveBeenCalledWith('c1', {
        ...terms,
        validTo: '2026-12-31',
      }),
    );
  });
});

it('carries nothing that was begun over to another agreement', async () => {
  renderSla(
    <>
      <Link to="/c1">One</Link>
      <Link to="/c2">Two</Link>
      <AgreementsPage />
    </>,
    {
      getAgreement: async id =>
        sampleAgreement({
          id,
          name: `Agreement ${id}`,
          entityRef: 'component:default/to-edit',
        }),
    },
    { address: '/c2', isOwner: true },
  );
  // Known already when it is opened again.
  expect(
    await screen.findByRole('heading', { name: 'Agreement c2' }),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'One' }));
  expect(
    await screen.findByRole('heading', { name: 'Agreement c1' }),
  ).toBeVisible();
  await userEvent.click(
    await screen.findByRole('button', { name: 'End agreement' }),
  );
  expect(await screen.findByRole('dialog')).toBeVisible();
  // As the buttons of the browser do; the dialog covers all links.
  fireEvent.click(screen.getByText('Two'));
  expect(
    await screen.findByRole('heading', { name: 'Agreement c2' }),
  ).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});

describe('the report of a month', () => {
  it('says the result, what was measured and what does not count', async () => {
    let saved: Blob | undefined;
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved = blob;
        return 'blob:report';
      },
      revokeObjectURL: jest.fn(),
    });
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    renderSla(
      <AgreementsPage />,
      {
        getReport: async () => sampleReport(),
        listSlos: async () => page([sampleSlo()]),
        exportReport: async (id, month) => `${id},${month}`,
      },
      { address: '/c1/2026-10' },
    );
    const report = await screen.findByRole('article');
    expect(
      within(report).getByRole('heading', { name: 'October 2026' }),
    ).toBeVisible();
    expect(report).toHaveTextContent('Payments for Umbrella · for Umbrella');
    // By the clocks of Berlin, which are put back meanwhile.
    expect(report).toHaveTextContent(
      '1 Oct 2026, 00:00 CEST to 1 Nov 2026, 00:00 CET',
    );
    expect(
      within(report).getByRole('group', { name: 'SLI of the month' }),
    ).toHaveTextContent('99.8%Missedtarget 99.9%, 40 bad of 20,000');
    expect(
      within(report).getByRole('group', { name: 'Credit owed' }),
    ).toHaveTextContent('10%');
    expect(report).toHaveTextContent(
      'No data for 2 hours of 2 Oct 2026, all of 3 Oct 2026.',
    );
    const excluded = within(report).getByRole('region', {
      name: 'Exclusions of the month',
    });
    expect(excluded).toHaveTextContent(/2 Oct 2026, 22:00 CEST2 h/);
    expect(excluded).toHaveTextContent(
      'All SLOsPlanned maintenanceMove of the database',
    );
    expect(
      await within(excluded).findByRole('link', { name: 'Payments succeed' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/component/payment-service/slos?slo=${sampleSlo().id}`,
    );
    expect(excluded).toHaveTextContent('payments-latencyAgreed afterwards');
    const days = within(report).getByRole('region', {
      name: 'Days of the month',
    });
    expect(within(days).getAllByRole('row')[2]).toHaveTextContent(
      '2 Oct 202699.6%4010,0002 hours2 hours',
    );
    expect(within(days).getAllByRole('row')[3]).toHaveTextContent(
      '3 Oct 2026–001 day–',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(saved).toBeDefined());
    expect(await saved?.text()).toBe('c1,2026-10');
    await userEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledTimes(1);
    expect(
      screen.queryByRole('button', { name: /^Close/ }),
    ).not.toBeInTheDocument();
  });

  it('says who closed it and that nothing changes it', async () => {
    renderSla(
      <AgreementsPage />,
      {
        getReport: async () =>
          sampleReport({
            agreement: agreementOf('closed'),
            state: 'closed',
            closedAt: '2026-11-03T10:00:00.000Z',
            closedBy: 'user:default/priya',
          }),
      },
      { address: '/c1/2026-10', isOwner: true },
    );
    expect(await screen.findByRole('article')).toHaveTextContent(
      /Closed on 3 Nov 2026, 11:00 CET by .*priya.* It can no longer change\./,
    );
    expect(
      screen.queryByRole('button', { name: /^Close/ }),
    ).not.toBeInTheDocument();
  });
});

it('the tab of an entity says what its customers were promised', async () => {
  renderSla(<EntityAgreements />, {
    listAgreements: async () => page([sampleAgreementSummary()]),
  });
  const [item] = await screen.findAllByRole('listitem');
  await waitFor(() =>
    expect(item).toHaveTextContent(
      // Its SLO is no longer there.
      'Payments for Umbrella · payments-availability, 99.9%Missed so far99.85% in November 2026, credit 10%',
    ),
  );
});

it('the tab of an entity offers a new agreement once its SLOs are known', async () => {
  const listSlos = jest
    .fn()
    .mockRejectedValueOnce(new Error('The database is away'))
    .mockResolvedValue(page([sampleSlo()]));
  const answers = {
    listSlos,
    listAgreements: async () => page([]),
  };
  const options = { isOwner: true };
  const { unmount } = renderSla(<EntityAgreements />, answers, options);
  expect(await screen.findByText(/^None yet/)).toBeVisible();
  await waitFor(() => expect(listSlos).toHaveBeenCalledTimes(1));
  expect(
    screen.queryByRole('button', { name: 'New agreement' }),
  ).not.toBeInTheDocument();
  unmount();
  renderSla(<EntityAgreements />, answers, options);
  await userEvent.click(
    await screen.findByRole('button', { name: 'New agreement' }),
  );
  expect(await screen.findByRole('dialog')).toBeVisible();
});

it('the tab of an entity says that agreements could not be read', async () => {
  renderSla(<EntityAgreements />, {
    listAgreements: async () => {
      throw new Error('The database is away');
    },
  });
  expect(
    await screen.findByRole('heading', { name: 'Agreements with customers' }),
  ).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('The database is away');
});
