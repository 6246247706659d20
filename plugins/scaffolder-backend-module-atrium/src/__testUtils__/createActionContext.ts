import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';

// Removed after the tests of a file.
const folders = createMockDirectory();

/** What an action gets from the scaffolder, with its outputs kept for checks. */
export interface TestActionContext<TInput extends JsonObject>
  extends ActionContext<TInput> {
  outputs: JsonObject;
}

/** Creates the context of one step in an empty workspace. */
export async function createActionContext<TInput extends JsonObject>(
  input: TInput,
  overrides: Partial<ActionContext<TInput>> = {},
): Promise<TestActionContext<TInput>> {
  const outputs: JsonObject = {};
  return {
    input,
    outputs,
    logger: mockServices.logger.mock(),
    workspacePath: await createFolder('workspace'),
    createTemporaryDirectory: () => createFolder('step'),
    checkpoint: async ({ fn }) => fn(),
    getInitiatorCredentials: async () => mockCredentials.user(),
    output: (name, value) => {
      outputs[String(name)] = value;
    },
    task: { id: 'task' },
    ...overrides,
  };
}

function createFolder(purpose: string): Promise<string> {
  return mkdtemp(join(folders.path, `${purpose}-`));
}
