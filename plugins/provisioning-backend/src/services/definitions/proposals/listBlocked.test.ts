import {
  resourceDefinitionSchema,
  type ResourceState,
  resourceTypeSchema,
} from '@atrium/plugin-provisioning-common';
import { BoxDriver } from '../../../__testUtils__/BoxDriver';
import type {
  MatchedResource,
  StoredDocument,
} from '../../../database/StoredDefinition';
import { listBlocked } from './listBlocked';

const driver = new BoxDriver();
driver.describeLocation = ({ shelf }) => `shelf ${shelf}`;
driver.check = async ({ parameters, inputs }) =>
  parameters.colour === 'blue' && inputs.shelf === 'dark'
    ? [{ field: 'parameters.colour', message: 'is not seen in the dark' }]
    : [];

function store(document: StoredDocument['document']): StoredDocument {
  return {
    document,
    source: 'https://git.acme.example/definitions.yaml',
    position: { line: 1, column: 1 },
    hash: JSON.stringify(document),
  };
}

function boxType(colours: string[], required: string[] = []) {
  return store(
    resourceTypeSchema.parse({
      apiVersion: 'atrium.dev/v1',
      kind: 'ResourceType',
      metadata: { name: 'box' },
      spec: {
        parameters: {
          properties: { colour: { type: 'string', enum: colours } },
          required,
        },
        outputs: { properties: {} },
      },
    }),
  );
}

function definition(spec: object, name = 'box-dev') {
  return store(
    resourceDefinitionSchema.parse({
      apiVersion: 'atrium.dev/v1',
      kind: 'ResourceDefinition',
      metadata: { name },
      spec: {
        type: 'box',
        driver: 'memory',
        inputs: { shelf: 'top', size: 1 },
        plans: [{ name: 'small' }, { name: 'large', inputs: { size: 9 } }],
        ...spec,
      },
    }),
  );
}

function box(name: string, changes: Partial<MatchedResource> = {}) {
  return {
    id: `id-of-${name}`,
    name,
    type: 'box',
    class: 'default',
    environment: 'dev',
    environmentType: 'development',
    scopeRef: 'component:default/payment-service',
    ownerRef: 'group:default/team-payments',
    definition: 'box-dev',
    driver: 'memory',
    plan: 'small',
    inputs: { shelf: 'top', size: 1 },
    parameters: { colour: 'red' },
    state: 'ready',
    ...changes,
  } satisfies MatchedResource;
}

const before = [boxType(['red', 'blue']), definition({})];

async function list(
  after: StoredDocument[],
  live: MatchedResource[],
  options: { approverRefs?: string[]; before?: StoredDocument[] } = {},
) {
  return listBlocked(
    { before: options.before ?? before, after, live },
    {
      approverRefs: options.approverRefs ?? ['group:default/platform-team'],
      drivers: { get: id => (id === 'memory' ? driver : undefined) },
      installationId: 'installation-1',
    },
  );
}

const effectsOf = async (...args: Parameters<typeof list>) => {
  const { blocked } = await list(...args);
  return blocked.map(({ name, effect }) => [name, effect]);
};

describe('listBlocked', () => {
  it('names what would have to move, with its owner and what that is made of', async () => {
    const after = [
      before[0],
      definition({ inputs: { shelf: 'cellar', size: 1 } }),
    ];
    expect(await list(after, [box('ledger')])).toEqual({
      blocked: [
        {
          id: 'id-of-ledger',
          name: 'ledger',
          environment: 'dev',
          ownerRef: 'group:default/team-payments',
          definition: 'box-dev',
          effect:
            'it can no longer be changed, since that would move it from shelf top to shelf cellar',
          messages: {
            effect: [
              {
                key: 'provisioning.effect.otherPlace',
                values: { current: 'shelf top', planned: 'shelf cellar' },
              },
            ],
          },
        },
      ],
      blockedCount: 1,
    });
    expect(
      await effectsOf(
        [before[0], definition({ driver: 'other' })],
        [box('ledger')],
      ),
    ).toEqual([
      [
        'ledger',
        "it can no longer be changed, since the driver 'memory' made it and 'other' does not know it",
      ],
    ]);
  });

  it('names whose parameters do not fit any more, by the type and by the driver', async () => {
    const live = [
      box('azure', { parameters: { colour: 'blue' } }),
      box('rose'),
    ];
    expect(await effectsOf([boxType(['red']), before[1]], live)).toEqual([
      [
        'azure',
        "it can only be changed together with its parameters ('parameters.colour': must be one of red)",
      ],
    ]);
    const dark = { inputs: { shelf: 'dark', size: 1 } };
    expect(
      await effectsOf(
        [before[0], definition(dark)],
        live.map(one => ({ ...one, inputs: dark.inputs })),
      ),
    ).toEqual([
      [
        'azure',
        "it can only be changed together with its parameters ('parameters.colour': is not seen in the dark)",
      ],
    ]);
  });

  it('names what nobody could agree to', async () => {
    const after = [before[0], definition({ approval: { required: true } })];
    expect(
      await effectsOf(after, [box('ledger')], { approverRefs: [] }),
    ).toEqual([
      [
        'ledger',
        "it can no longer be changed ('definition': needs approval, and 'provisioning.approvers' names nobody)",
      ],
    ]);
    expect(await effectsOf(after, [box('ledger')])).toEqual([]);
  });

  it('lets a plan that is gone be left for another one in the same place', async () => {
    const live = [box('ledger', { plan: 'tiny' })];
    const plans = (...shelves: string[]) => [
      before[0],
      definition({
        plans: shelves.map(shelf => ({
          name: `on-${shelf}`,
          inputs: { shelf },
        })),
      }),
    ];
    expect(await effectsOf(plans('cellar', 'top'), live)).toEqual([]);
    expect(await effectsOf(plans('cellar', 'attic'), live)).toEqual([
      ['ledger', expect.stringContaining('from shelf top to shelf cellar')],
    ]);
  });

  it('leaves out what it changes nothing for', async () => {
    const moved = { inputs: { shelf: 'cellar', size: 1 } };
    // Of another definition, and of one that led elsewhere before.
    expect(
      await effectsOf(
        [...before, definition(moved, 'box-staging')],
        [box('ledger')],
      ),
    ).toEqual([]);
    expect(
      await effectsOf(
        [before[0], definition({ ...moved, quota: { perOwner: 1 } })],
        [box('ledger')],
        { before: [before[0], definition(moved)] },
      ),
    ).toEqual([]);
    // Its definition stays for it.
    expect(await effectsOf([before[0]], [box('ledger')])).toEqual([]);
    // It is planned anew once somebody agrees, or never changed again.
    const states: ResourceState[] = [
      'requested',
      'awaiting-approval',
      'deleting',
    ];
    expect(
      await effectsOf(
        [before[0], definition(moved)],
        states.map(state => box(state, { state })),
      ),
    ).toEqual([]);
  });

  it('names a hundred, and says how many there are', async () => {
    const live = Array.from({ length: 120 }, (_, index) => box(`box-${index}`));
    const { blocked, blockedCount } = await list(
      [before[0], definition({ inputs: { shelf: 'cellar', size: 1 } })],
      live,
    );
    expect([blocked.length, blockedCount]).toEqual([100, 120]);
  });
});
