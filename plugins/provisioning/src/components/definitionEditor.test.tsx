import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EditorView } from '@uiw/react-codemirror';
import type { ProposalDraft } from '@atrium/common';
import type {
  CheckDefinitionProposal,
  CreateDefinitionProposal,
  DefinitionEffects,
  DefinitionProposalQuery,
} from '@atrium/plugin-provisioning-common';
import { renderProvisioning } from '../__testUtils__/renderProvisioning';
import { sampleDefinitions } from '../__testUtils__/samples';
import { DefinitionsPage } from './definitions/DefinitionsPage';

const SOURCE = sampleDefinitions.definitions[0].source;

const FILE = `# For everybody.
apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata:
  name: postgres-shared
  title: Shared PostgreSQL
spec:
  type: postgres
  driver: postgres
  inputs:
    server: main # the old one
  plans:
    - name: small
      title: Small
      monthlyPrice: { amount: '12.00', currency: USD }
  quota:
    perOwner: 5 # asked for in May
`;

const NOTHING: DefinitionEffects = {
  problems: { own: [], earlier: [] },
  changes: [],
  matches: [],
  resources: [],
  resourceCount: 0,
  blocked: [],
  blockedCount: 0,
  quotas: [],
};

const QUOTA: DefinitionEffects = {
  ...NOTHING,
  changes: [
    {
      kind: 'ResourceDefinition',
      name: 'postgres-shared',
      change: 'changed',
      liveCount: 3,
      fields: [{ path: 'spec.quota.perOwner', before: 5, after: 2 }],
    },
  ],
  matches: [
    {
      type: 'postgres',
      class: 'default',
      environment: 'dev',
      before: 'postgres-shared',
      after: 'postgres-large',
    },
  ],
  resources: [
    {
      id: 'r1',
      name: 'ledger',
      environment: 'dev',
      ownerRef: 'group:default/team-payments',
      definition: 'postgres-shared',
      effect: "its plan 'large' is not offered any more",
    },
  ],
  resourceCount: 1,
  blocked: [
    {
      id: 'r2',
      name: 'vault',
      environment: 'staging',
      ownerRef: 'group:default/team-identity',
      definition: 'postgres-shared',
      effect: 'it can no longer be changed',
    },
  ],
  blockedCount: 3,
  quotas: [
    {
      definition: 'postgres-shared',
      ownerRef: 'group:default/team-payments',
      used: 3,
      limit: 2,
    },
  ],
};

const proposal = {
  handover: 'commit' as const,
  url: 'https://git.acme.example/platform/definitions/commit/c0ffee',
  commit: 'c0ffee1234',
  fileUrl: SOURCE,
  at: '2026-11-28T11:00:00.000Z',
};

// What CodeMirror asks of a browser to know how large letters are.
Range.prototype.getClientRects = () => document.body.getClientRects();

function open(
  address: string,
  effectsOf: (input: CheckDefinitionProposal) => DefinitionEffects,
) {
  const sent: CreateDefinitionProposal[] = [];
  const asked: DefinitionProposalQuery[] = [];
  renderProvisioning(
    <DefinitionsPage />,
    {
      getDefinitionDraft: async (query): Promise<ProposalDraft> => {
        asked.push(query);
        return {
          files: [
            { path: 'postgres.yaml', url: SOURCE, content: FILE, base: 'b10b' },
            ...(query.newPath
              ? [{ path: query.newPath, url: `${SOURCE}.new`, content: '' }]
              : []),
          ],
          repositoryUrl: 'https://git.acme.example/platform/definitions',
          branch: 'main',
          handover: 'commit',
        };
      },
      getDefinitionEffects: async input => effectsOf(input),
      proposeDefinition: async input => {
        sent.push(input);
        return proposal;
      },
    },
    { address },
  );
  return { sent, asked };
}

async function yaml() {
  const editor = await screen.findByRole('textbox', { name: /^YAML of/ });
  return EditorView.findFromDOM(editor)?.state.doc.toString();
}

async function fill(label: string | RegExp, text: string) {
  const field = await screen.findByRole('textbox', { name: label });
  await userEvent.clear(field);
  if (text !== '') {
    await userEvent.type(field, text);
  }
}

describe('the form of a definition', () => {
  it('changes a field in place, says what that does, and hands it over', async () => {
    const { sent } = open('/postgres-shared/edit', ({ content }) =>
      content.includes('perOwner: 2 ') ? QUOTA : NOTHING,
    );
    await fill(/^Quota/, '2');
    expect(await yaml()).toBe(FILE.replace('perOwner: 5', 'perOwner: 2'));
    const effects = screen.getByRole('region', {
      name: 'What the change does',
    });
    expect(
      await within(effects).findByText(
        'postgres-shared changes; 3 live resources use it',
      ),
    ).toBeVisible();
    expect(
      within(effects)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'spec.quota.perOwner is 2 instead of 5',
      'PostgreSQL database in Development: postgres-large instead of postgres-shared',
      'vault of team-identity in staging: it can no longer be changed.',
      'And 2 more.',
      'team-payments has 3 of 2 from postgres-shared and cannot get more.',
      "ledger of team-payments in dev: its plan 'large' is not offered any more.",
    ]);
    expect(
      within(effects).getByText(
        '3 live resources can no longer be changed as they are:',
      ),
    ).toBeVisible();
    expect(
      within(effects).getByRole('link', { name: 'vault' }),
    ).toHaveAttribute('href', '/provisioning/resources/r2');

    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByRole('row', { name: /added: perOwner: 2/ }),
    ).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Commit to main' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'The change is in the repository',
      }),
    ).toHaveFocus();
    expect(await screen.findByText(/uses it for new requests/)).toBeVisible();
    expect(sent).toEqual([
      {
        source: SOURCE,
        path: 'postgres.yaml',
        base: 'b10b',
        message: 'Change the definition postgres-shared',
        content: FILE.replace('perOwner: 5', 'perOwner: 2'),
      },
    ]);
  });

  it('asks what the driver asks, and shows at its field what is wrong', async () => {
    const complain = jest.spyOn(console, 'error');
    open('/postgres-shared/edit', ({ content }) =>
      content.includes('server: other')
        ? {
            ...NOTHING,
            problems: {
              own: [
                {
                  source: SOURCE,
                  documentIndex: 0,
                  path: 'spec.inputs.server',
                  message: 'spec.inputs.server is no server of this portal',
                  line: 10,
                  column: 13,
                } as never,
              ],
              earlier: [],
            },
          }
        : NOTHING,
    );
    const [server] = await screen.findAllByRole('textbox', { name: /^Server/ });
    expect(server).toHaveValue('main');
    // The driver has the name of the type.
    expect(complain).not.toHaveBeenCalledWith(
      expect.stringContaining('same key'),
      expect.anything(),
      expect.anything(),
    );
    complain.mockRestore();
    await userEvent.clear(server);
    await userEvent.type(server, 'other');
    expect(await yaml()).toBe(FILE.replace('server: main', 'server: other'));
    expect(
      await screen.findByRole('button', { name: 'Line 10' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    expect(
      await screen.findByText('This is no server of this portal'),
    ).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('adds rules and a plan, and leaves out what is emptied', async () => {
    open('/postgres-shared/edit', () => NOTHING);
    await fill(/^Quota/, '');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Has a lease' }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Needs approval' }),
    );
    await fill(/^Approvers/, 'group:default/platform-team, user:default/ada');
    await userEvent.click(
      screen.getByRole('radio', { name: /saved in a snapshot/ }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add a plan' }));
    const plan = screen.getByRole('group', { name: 'Plan 2' });
    await userEvent.type(
      within(plan).getByRole('textbox', { name: 'Name of the plan' }),
      'large',
    );
    await userEvent.type(
      within(plan).getByRole('textbox', { name: /^Price per month/ }),
      '80.50',
    );
    const text = await yaml();
    expect(text).toContain(
      '      monthlyPrice: { amount: \'12.00\', currency: USD }\n    - name: large\n      monthlyPrice:\n        amount: "80.50"\n',
    );
    expect(text).not.toContain('quota');
    expect(text).toContain(
      '  lease:\n    defaultDays: 30\n    maximumDays: 90\n    graceDays: 7\n',
    );
    expect(text).toContain(
      '    approvers:\n      - group:default/platform-team\n      - user:default/ada\n',
    );
    expect(text).toContain('  deletion: snapshot-then-delete\n');
    expect(text).toContain('server: main # the old one\n');
  });

  it('writes a new one into a new file', async () => {
    const { sent, asked } = open('/new', () => NOTHING);
    // What was written before the file was chosen goes along.
    await screen.findByRole('textbox', { name: /^YAML of/ });
    await fill('Name', 'postgres-vault');
    await userEvent.click(await screen.findByRole('button', { name: /File$/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'New file' }),
    );
    await fill(/^Path of the new file/, 'vault.yaml');
    await userEvent.click(
      screen.getByRole('button', { name: 'Use this file' }),
    );
    await screen.findByRole('textbox', { name: 'YAML of vault.yaml' });
    expect(await yaml()).toBe(
      'apiVersion: atrium.dev/v1\nkind: ResourceDefinition\nmetadata:\n  name: postgres-vault\nspec:\n  type: postgres\n  driver: postgres\n  plans:\n    - name: small\n      title: Small\n  deletion: delete\n',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Review the change' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Commit to main' }),
    );
    await screen.findByText(/The change is in the repository/);
    expect(asked.at(-1)).toEqual({ source: SOURCE, newPath: 'vault.yaml' });
    expect(sent).toMatchObject([
      { newPath: 'vault.yaml', path: 'vault.yaml', source: SOURCE },
    ]);
  });

  it('says so where the file cannot be read', async () => {
    open('/postgres-shared/edit', () => NOTHING);
    const editor = EditorView.findFromDOM(
      await screen.findByRole('textbox', { name: /^YAML of/ }),
    );
    editor?.dispatch({ changes: { from: 0, insert: 'spec: [\n' } });
    expect(
      await screen.findByText('The file has to be fixed first'),
    ).toBeVisible();
    editor?.dispatch({ changes: { from: 0, to: 8, insert: '' } });
    expect(await screen.findByRole('textbox', { name: /^Quota/ })).toHaveValue(
      '5',
    );
  });

  it('is offered for what lies in a repository only', async () => {
    open('/', () => NOTHING);
    expect(
      await screen.findByRole('link', { name: 'Edit Shared PostgreSQL' }),
    ).toHaveAttribute('href', '/provisioning/definitions/postgres-shared/edit');
    expect(screen.getByRole('link', { name: 'New definition' })).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'Edit Shared queues' }),
    ).toBeNull();
  });
});
