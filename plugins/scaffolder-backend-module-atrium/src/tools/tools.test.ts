import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import { scaffolderServiceMock } from '@backstage/plugin-scaffolder-node/testUtils';
import { registerFindScaffolderActionsAction } from './registerFindScaffolderActionsAction';
import { registerGetScaffolderActionAction } from './registerGetScaffolderActionAction';

const credentials = mockCredentials.user('user:default/new-hire');

const inputSchema = { title: 'What to log' };
const installed: Awaited<ReturnType<ScaffolderService['listActions']>> = [
  { id: 'publish:github', description: 'Makes a repository' },
  {
    id: 'debug:log',
    description: 'Writes to the log',
    schema: { input: inputSchema },
  },
  { id: 'debug:wait' },
  { id: 'catalog:await', description: 'Waits for GitHub and the catalog' },
];

function register() {
  const registry = actionsRegistryServiceMock();
  const scaffolder = scaffolderServiceMock.mock({
    listActions: async () => installed,
  });
  registerFindScaffolderActionsAction(registry, { scaffolder });
  registerGetScaffolderActionAction(registry, { scaffolder });
  return registry;
}

async function find(input: object) {
  const { output } = await register().invoke({
    id: 'test:find-scaffolder-actions',
    input,
    credentials,
  });
  return output as { items: { id: string }[]; nextCursor?: string };
}

describe('find-scaffolder-actions', () => {
  it('answers page by page, without schemas', async () => {
    const first = await find({ limit: 3 });
    expect(first).toEqual({
      items: [
        {
          id: 'catalog:await',
          description: 'Waits for GitHub and the catalog',
        },
        { id: 'debug:log', description: 'Writes to the log' },
        { id: 'debug:wait', description: '' },
      ],
      totalItems: 4,
      nextCursor: expect.any(String),
    });
    expect(await find({ limit: 3, cursor: first.nextCursor })).toEqual({
      items: [{ id: 'publish:github', description: 'Makes a repository' }],
      totalItems: 4,
    });
  });

  it('finds a term in ids and descriptions, in any case', async () => {
    const { items } = await find({ term: 'github' });
    expect(items.map(({ id }) => id)).toEqual([
      'catalog:await',
      'publish:github',
    ]);
  });

  it('refuses a cursor of another list', async () => {
    await expect(find({ cursor: 'nonsense' })).rejects.toThrow(
      'is not a cursor of this list',
    );
  });
});

describe('get-scaffolder-action', () => {
  const get = (id: string) =>
    register().invoke({
      id: 'test:get-scaffolder-action',
      input: { id },
      credentials,
    });

  it('answers with the schemas of one action', async () => {
    expect(await get('debug:log')).toEqual({
      output: {
        id: 'debug:log',
        description: 'Writes to the log',
        inputSchema,
        outputSchema: {},
        examples: [],
      },
    });
  });

  it('says that there is no such action', async () => {
    await expect(get('debug:none')).rejects.toThrow(
      "No scaffolder action 'debug:none'",
    );
  });
});
