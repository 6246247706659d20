import type {
  RequestDetails,
  ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { createProvisionResourceAction } from './createProvisionResourceAction';

const input = {
  type: 'postgres',
  name: 'ledger',
  environment: 'dev',
  ownerRef: 'group:default/team-payments',
};

/** Provisioning as it answers, with what it was asked. */
function createProvisioning(
  states: Pick<RequestDetails, 'state' | 'timeline'>[],
  resource: Partial<ResourceDetails> = {},
) {
  const provisioning = {
    createRequest: jest.fn<Promise<{ id: string }>, unknown[]>(async () => ({
      id: 'request-1',
    })),
    getRequest: jest.fn(async () => {
      const [state] = states.length > 1 ? states.splice(0, 1) : states;
      return {
        ...state,
        approverRefs: ['group:default/platform-team'],
        resource: {
          id: 'resource-1',
          name: 'ledger',
          state: state.state === 'done' ? 'ready' : 'creating',
        },
      };
    }),
    getResource: jest.fn(async () => ({
      id: 'resource-1',
      catalogRef: 'resource:default/ledger-12345678',
      state: 'ready',
      outputs: { host: 'db.acme.example' },
      credentials: [{ generation: 1, outputs: ['password'], store: 'portal' }],
      ...resource,
    })),
  };
  return {
    ...provisioning,
    service: provisioning as unknown as ProvisioningService,
  };
}

function createContext(
  change: JsonObject = {},
  overrides: Partial<ActionContext<JsonObject>> = {},
) {
  const outputs: JsonObject = {};
  const context = {
    input: { ...input, ...change },
    logger: mockServices.logger.mock(),
    checkpoint: async ({ fn }: { fn: () => Promise<unknown> }) => fn(),
    getInitiatorCredentials: async () => mockCredentials.user(),
    output: (name: string, value: string) => {
      outputs[name] = value;
    },
    task: { id: 'task-1' },
    ...overrides,
  };
  return {
    outputs,
    logger: context.logger,
    context: context as unknown as Parameters<
      ReturnType<typeof createProvisionResourceAction>['handler']
    >[0],
  };
}

const entry = (title: string) => ({
  at: '2026-11-28T12:00:00.000Z',
  kind: 'state' as const,
  title,
});
const done = { state: 'done' as const, timeline: [entry('Ready')] };

describe('provision:resource', () => {
  it('asks as the user, says what happens, and answers no secrets', async () => {
    const provisioning = createProvisioning(
      [
        { state: 'running', timeline: [entry('Approved'), entry('Created')] },
        {
          state: 'done',
          timeline: ['Approved', 'Created', 'Ready'].map(entry),
        },
      ],
      {},
    );
    const { context, logger, outputs } = createContext();
    await createProvisionResourceAction({
      provisioning: provisioning.service,
    }).handler(context);
    expect(provisioning.createRequest.mock.calls).toEqual([
      [
        { ...input, class: 'default', parameters: {} },
        {
          credentials: mockCredentials.user(),
          idempotencyKey: 'scaffolder/task-1/postgres/dev/ledger',
        },
      ],
    ]);
    expect(jest.mocked(logger.info).mock.calls.flat()).toEqual([
      'Approved',
      'Created',
      'Ready',
    ]);
    expect(outputs).toEqual({
      requestId: 'request-1',
      resourceId: 'resource-1',
      catalogRef: 'resource:default/ledger-12345678',
      state: 'ready',
      outputs: { host: 'db.acme.example' },
      credentialsReference: '/provisioning/resources/resource-1',
    });
  });

  it('goes on with its request after a restart', async () => {
    const provisioning = createProvisioning([done]);
    const { context, outputs } = createContext(
      {},
      {
        // What the checkpoint noted before the run was cut short.
        checkpoint: async () => 'request-0' as never,
      },
    );
    await createProvisionResourceAction({
      provisioning: provisioning.service,
    }).handler(context);
    expect(provisioning.createRequest).not.toHaveBeenCalled();
    expect(provisioning.getRequest).toHaveBeenCalledWith(
      'request-0',
      expect.anything(),
    );
    expect(outputs).toMatchObject({ requestId: 'request-0', state: 'ready' });
  });

  it('ends without failing while it waits for approval', async () => {
    const provisioning = createProvisioning(
      [{ state: 'awaiting-approval', timeline: [entry('Waits for approval')] }],
      { state: 'awaiting-approval' },
    );
    const { context, logger, outputs } = createContext({ timeoutSeconds: 1 });
    await createProvisionResourceAction({
      provisioning: provisioning.service,
    }).handler(context);
    expect(jest.mocked(logger.info).mock.calls.flat()).toEqual([
      'Waits for approval',
      'It waits for group:default/platform-team',
    ]);
    expect(outputs).toEqual({
      requestId: 'request-1',
      resourceId: 'resource-1',
      catalogRef: 'resource:default/ledger-12345678',
      state: 'awaiting-approval',
    });
  });

  it.each<
    [RequestDetails['state'], Partial<ResourceDetails>, JsonObject, RegExp]
  >([
    [
      'failed',
      { state: 'failed', stateReason: 'The server is full' },
      {},
      /'ledger' is failed: The server is full/,
    ],
    ['rejected', { state: 'withdrawn' }, {}, /'ledger' is withdrawn/],
    ['running', {}, { timeoutSeconds: 1 }, /still creating after 1 s/],
  ])('fails where it is %s', async (state, resource, change, message) => {
    const provisioning = createProvisioning(
      [{ state, timeline: [] }],
      resource,
    );
    const { context } = createContext(change);
    await expect(
      createProvisionResourceAction({
        provisioning: provisioning.service,
      }).handler(context),
    ).rejects.toThrow(message);
  });

  it('asks for nothing in a dry run, and refuses what is no input', async () => {
    const provisioning = createProvisioning([done]);
    const action = createProvisionResourceAction({
      provisioning: provisioning.service,
    });
    await action.handler(createContext({}, { isDryRun: true }).context);
    await expect(
      action.handler(createContext({ name: 'No Name' }).context),
    ).rejects.toThrow(/'name': must start with a letter/);
    expect(provisioning.createRequest).not.toHaveBeenCalled();
  });
});
