import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EditorView } from '@uiw/react-codemirror';
import type {
  CreateSloProposal,
  DescribedSource,
  SloProposalCheck,
  SloProposalDraft,
} from '@atrium/plugin-slo-common';
import { renderSlo } from '../__testUtils__/renderSlo';
import { entityRef, sampleSlo } from '../__testUtils__/sampleSlos';
import { SloContent } from './SloContent/SloContent';

const FILE_URL =
  'https://git.example/acme/payment-service/src/branch/main/slo.yaml';

const FILE = `# What customers may expect.
apiVersion: openslo/v1
kind: SLO
metadata:
  name: payments-availability
  displayName: Payments succeed
spec:
  service: payments
  indicator:
    metadata:
      name: requests
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: openmetrics
            spec:
              service: payments
              query: requests{ok="yes"}
        total:
          metricSource:
            type: openmetrics
            spec:
              service: payments
              query: requests
  timeWindow:
    - duration: 30d # a month
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
`;

const SOURCES: DescribedSource[] = [
  {
    type: 'openmetrics',
    title: 'OpenMetrics',
    measures: ['ratio', 'threshold'],
    hasCounters: true,
    fields: [
      {
        name: 'service',
        label: 'Service to scrape',
        type: 'text',
        isShared: true,
        startsWith: 'service',
      },
      { name: 'query', label: 'Series', type: 'query', isRequired: true },
    ],
  },
  {
    type: 'lighthouse',
    title: 'Lighthouse',
    measures: ['ratio'],
    hasCounters: false,
    fields: [
      {
        name: 'of',
        label: 'What is counted',
        type: 'choice',
        isRequired: true,
        isShared: true,
        choices: [
          { value: 'ships', label: 'Ships' },
          { value: 'lamps', label: 'Lamps' },
        ],
      },
      {
        name: 'harbour',
        label: 'Harbour',
        type: 'text',
        isShared: true,
        onlyWith: { name: 'of', value: 'ships' },
        placeholder: 'Any',
      },
      {
        name: 'isNight',
        label: 'At night only',
        type: 'boolean',
        parts: ['good'],
      },
    ],
  },
];

/** Another SLO of the file, whose target is none. */
const WRONG = FILE.replace('payments-availability', 'other').replace(
  '0.999',
  '99.9',
);

function draft(content: string): SloProposalDraft {
  return {
    entityRef,
    files: [{ path: './slo.yaml', url: FILE_URL, content, base: 'b10b' }],
    repositoryUrl: 'https://git.example/acme/payment-service',
    branch: 'main',
    handover: 'commit',
    sharedDocuments: [],
    sources: SOURCES,
  };
}

const proposal = {
  handover: 'commit' as const,
  url: 'https://git.example/acme/payment-service/commit/c0ffee',
  commit: 'c0ffee1234',
  fileUrl: FILE_URL,
  at: '2026-11-25T12:00:00.000Z',
};

// What CodeMirror asks of a browser to know how large letters are.
Range.prototype.getClientRects = () => document.body.getClientRects();

interface Options {
  address: string;
  entityName: string;
  file?: string;
  fileOnceMore?: string;
  proposeSlo?(input: CreateSloProposal): Promise<typeof proposal>;
  checkSlo?(): Promise<SloProposalCheck>;
}

/** Opens the form as an owner, with what was handed over. */
function open(options: Options) {
  const { address, entityName, file = FILE, fileOnceMore = file } = options;
  const sent: CreateSloProposal[] = [];
  const files = [file, fileOnceMore];
  renderSlo(
    <SloContent />,
    {
      listSlos: async () => ({
        items: [sampleSlo({ entityRef: `component:default/${entityName}` })],
        totalItems: 1,
      }),
      getProposalDraft: async () => draft(files.shift() ?? fileOnceMore),
      getDefinitions: async ref => ({
        entityRef: ref,
        files: [
          { url: FILE_URL, readAt: '2026-11-25T12:00:07.000Z', problems: [] },
        ],
        slos: [],
      }),
      checkSlo: options.checkSlo ?? (async () => ({ own: [], earlier: [] })),
      proposeSlo: async input => {
        sent.push(input);
        return options.proposeSlo?.(input) ?? proposal;
      },
    },
    { isOwner: true, address, entityName },
  );
  return sent;
}

/** What the editor has; a browser draws only the lines that are seen. */
async function yaml() {
  const editor = await screen.findByRole('textbox', { name: /^YAML of/ });
  return EditorView.findFromDOM(editor);
}

async function fill(label: string, text: string) {
  const field = await screen.findByLabelText(label);
  await userEvent.clear(field);
  // Braces would be keys.
  await userEvent.click(field);
  await userEvent.paste(text);
}

describe('the form of an SLO', () => {
  it('writes a new one into the file, shows what changes and hands it over', async () => {
    const sent = open({ address: '/?new=', entityName: 'new-slo' });
    await fill('Title', 'Refunds are quick');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'refunds-are-quick',
    );
    // As the other SLO of the file has them.
    expect(
      screen.getByRole('textbox', { name: /^Service to scrape/ }),
    ).toHaveValue('payments');
    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    expect(
      screen.getByLabelText('Good events: series'),
    ).toHaveAccessibleDescription(/This is required/);
    await fill('Good events: series', 'refunds{le="1"}');
    await fill('All events: series', 'refunds');
    await fill('Target (%)', 'most');
    expect(screen.getByText(/A target is a number below 100/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(
      screen.getByText(
        'spec.objectives[0].target must be of type number, not string',
      ),
    ).toBeVisible();
    const target = screen.getByLabelText('Target (%)');
    expect(target).toHaveFocus();
    expect(target).toHaveAccessibleDescription(/A number from 0 to below 100/);

    await fill('Target (%)', '99.95');
    expect(screen.getByText(/budget is 20 minutes in 28 days/)).toBeVisible();
    expect(screen.getByText('The file is valid')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    const dialog = await screen.findByRole('dialog');
    // The SLO and its indicator.
    expect(
      within(dialog).getAllByRole('row', {
        name: /added: name: refunds-are-quick/,
      }),
    ).toHaveLength(2);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Commit to main' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'The change is in the repository',
      }),
    ).toHaveFocus();
    expect(screen.getByRole('link', { name: /c0ffee1/ })).toHaveAttribute(
      'href',
      proposal.url,
    );
    expect(await screen.findByText(/The portal has read it/)).toBeVisible();
    expect(sent).toEqual([
      {
        entityRef,
        path: './slo.yaml',
        base: 'b10b',
        message: 'Add the SLO refunds-are-quick',
        content: expect.stringContaining(`${FILE}---\n`),
      },
    ]);
    expect(sent[0].content).toContain('target: 0.9995');
  });

  it('changes one in place, by form and by YAML, and loses nothing of it', async () => {
    const sent = open({
      address: '/?edit=payments-availability',
      entityName: 'edit-slo',
    });
    expect(
      await screen.findByText(/budget is 43 minutes in 30 days/),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name' })).toBeDisabled();
    await fill('Target (%)', '99.5');
    const editor = await yaml();
    expect(editor?.state.doc.toString()).toBe(
      FILE.replace('target: 0.999', 'target: 0.995'),
    );

    // By hand, what the form has and then what it does not.
    const type = (from: string, insert: string) => {
      const start = editor?.state.doc.toString().indexOf(from) ?? 0;
      editor?.dispatch({
        changes: { from: start, to: start + from.length, insert },
      });
    };
    type('displayName: Payments succeed', 'displayName: All is paid');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue(
        'All is paid',
      ),
    );
    type(
      '- target: 0.995',
      '- target: 0.995\n  alertPolicies:\n    - metadata: { name: own }\n      spec: {}',
    );
    expect(
      await screen.findByText('This SLO is written in YAML'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Commit to main' }),
    );
    await screen.findByText(/The portal has read it/);
    expect(sent[0].content).toBe(
      `${FILE.replace('target: 0.999', 'target: 0.995').replace(
        'Payments succeed',
        'All is paid',
      )}  alertPolicies:\n    - metadata: { name: own }\n      spec: {}\n`,
    );
  });

  it('edits one beside another that is wrong, and shows where that is', async () => {
    const file = `${WRONG}---\n${FILE}`;
    const sent = open({
      address: '/?edit=payments-availability',
      entityName: 'neighbour-slo',
      file,
    });
    await fill('Target (%)', '99.5');
    expect(screen.getByText('The change is valid')).toBeVisible();
    const wrongLine =
      file.split('\n').findIndex(line => line.includes('99.9')) + 1;
    await userEvent.click(
      screen.getByRole('button', { name: `Line ${wrongLine}` }),
    );
    const editor = await yaml();
    const selected = editor?.state.selection.main;
    expect(editor?.state.sliceDoc(selected?.from, selected?.to)).toBe(
      'target: 99.9',
    );
    expect(editor?.hasFocus).toBe(true);

    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Commit to main' }),
    );
    await screen.findByText(/The portal has read it/);
    expect(sent[0].content).toBe(
      `${WRONG}---\n${FILE.replace('target: 0.999', 'target: 0.995')}`,
    );
  });

  it('goes to what a source finds wrong, by line and field', async () => {
    const path =
      'spec.indicator.spec.ratioMetric.total.metricSource.spec.service';
    const line =
      FILE.split('\n').findLastIndex(one => one.includes('service:')) + 1;
    open({
      address: '/?edit=payments-availability',
      entityName: 'refused-slo',
      checkSlo: async () => ({
        own: [
          {
            path,
            message: `${path} is 'payments', which has no endpoint`,
            sloName: 'payments-availability',
            documentIndex: 0,
            line,
            column: 15,
          },
        ],
        earlier: [],
      }),
    });
    await fill('Target (%)', '99.5');
    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    const field = screen.getByRole('textbox', { name: /^Service to scrape/ });
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription(/which has no endpoint/);
    const editor = await yaml();
    expect(
      editor?.state.doc.lineAt(editor.state.selection.main.from).number,
    ).toBe(line);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: `Line ${line}` })).toBeVisible();
  });

  it('asks for what a source says of itself, whatever source it is', async () => {
    open({ address: '/?new=', entityName: 'lighthouse-slo', file: '' });
    const choose = async (label: RegExp, option: string) => {
      await userEvent.click(await screen.findByRole('button', { name: label }));
      await userEvent.click(
        await screen.findByRole('option', { name: option }),
      );
    };
    await fill('Title', 'Ships pass');
    await choose(/Source$/, 'Lighthouse');
    await choose(/What is counted/, 'Ships');
    const harbour = screen.getByRole('textbox', { name: /^Harbour/ });
    await userEvent.type(harbour, 'Rotterdam');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Good events: at night only' }),
    );
    expect(screen.queryByText('Metric type')).toBeNull();
    const editor = await yaml();
    const spec = (extra = '') =>
      `type: lighthouse\n            spec:\n              of: ships\n              harbour: Rotterdam\n${extra}`;
    expect(editor?.state.doc.toString()).toContain(
      spec('              isNight: true\n'),
    );
    expect(editor?.state.doc.toString()).toContain(spec('  timeWindow:'));

    await choose(/What is counted/, 'Lamps');
    expect(editor?.state.doc.toString()).not.toContain('Rotterdam');
    expect(screen.getByText('The file is valid')).toBeVisible();
  });

  it('puts a change on top of what came meanwhile', async () => {
    const meanwhile = FILE.replace('a month', 'four weeks');
    const conflict = Object.assign(new Error('changed meanwhile'), {
      statusCode: 409,
    });
    let attempts = 0;
    const sent = open({
      address: '/?edit=payments-availability',
      entityName: 'conflicting-slo',
      fileOnceMore: meanwhile,
      proposeSlo: async () => {
        attempts += 1;
        if (attempts === 1) {
          throw conflict;
        }
        return proposal;
      },
    });
    await fill('Target (%)', '99.5');
    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Commit to main' }),
    );
    expect(
      await screen.findByText(/Somebody else has changed the file/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Reapply my changes' }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Commit to main' }),
      ).toBeEnabled(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Commit to main' }),
    );
    await screen.findByText(/The portal has read it/);
    expect(sent[1].content).toBe(
      meanwhile.replace('target: 0.999', 'target: 0.995'),
    );
  });

  it('asks before somebody leaves with unsaved changes', async () => {
    const navigation = new EventTarget();
    Object.assign(window, { navigation });
    const leaving = () =>
      Object.assign(new Event('navigate', { cancelable: true }), {
        navigationType: 'push',
        hashChange: false,
        destination: { url: 'http://localhost/', sameDocument: true },
      });
    open({
      address: '/?edit=payments-availability',
      entityName: 'unsaved-slo',
    });
    await fill('Target (%)', '99.5');
    const goBack = () =>
      act(async () => {
        navigation.dispatchEvent(leaving());
      });
    await goBack();
    await userEvent.click(await screen.findByRole('button', { name: 'Stay' }));
    expect(screen.getByLabelText('Target (%)')).toHaveValue('99.5');

    await goBack();
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(await screen.findByRole('link', { name: 'New SLO' })).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Edit Payments succeed' }),
    ).toHaveAttribute('href', expect.stringContaining('edit=payments-avail'));
  });

  it('is not offered to others', async () => {
    renderSlo(
      <SloContent />,
      {
        listSlos: async () => ({ items: [sampleSlo()], totalItems: 1 }),
      },
      { entityName: 'others-slo' },
    );
    expect(
      await screen.findByRole('link', { name: 'Payments succeed' }),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: 'New SLO' })).toBeNull();
    expect(screen.queryByRole('link', { name: /^Edit/ })).toBeNull();
  });

  it('says that an SLO is not in the file, and leads to those that are', async () => {
    open({ address: '/?edit=nope', entityName: 'renamed-slo' });
    expect(
      await screen.findByText('No SLO called “nope” in slo.yaml'),
    ).toBeVisible();
    expect(screen.queryByText('This SLO is written in YAML')).toBeNull();
    expect(screen.getByRole('link', { name: 'All objectives' })).toBeVisible();
  });

  it('tells others who opened its address what they can do', async () => {
    renderSlo(
      <SloContent />,
      {},
      { entityName: 'strangers-slo', address: '/?new=' },
    );
    expect(
      await screen.findByText('Only owners can edit the SLOs'),
    ).toBeVisible();
  });
});
