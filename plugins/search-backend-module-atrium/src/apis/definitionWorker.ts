import { parentPort, workerData } from 'node:worker_threads';
import type { DefinitionAnswer, DefinitionRequest } from './definitionMessages';
import { readElements } from './readElements';

/** Set in `workerData`, so that importing this file starts nothing. */
export const DEFINITION_WORKER_ROLE = 'atrium-read-definition';

function answer(request: DefinitionRequest): DefinitionAnswer {
  const { id, type, definition } = request;
  try {
    return { id, elements: readElements(type, definition) };
  } catch (error) {
    return { id, message: error instanceof Error ? error.message : `${error}` };
  }
}

if (workerData?.role === DEFINITION_WORKER_ROLE) {
  parentPort?.on('message', (request: DefinitionRequest) =>
    parentPort?.postMessage(answer(request)),
  );
}
