/*
 * Runs as a worker thread. The rest of the analysis is loaded by the thread
 * alone, so that the portal pays for it only where it is used.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { CompareResult, ReadResult } from './DefinitionAnalysis';
import type { TypedDefinition } from './DefinitionAnalysis';
import type { LineChanges } from './lines/compareLines';

/** Set in `workerData`, so that importing this file starts nothing. */
export const ANALYSIS_WORKER_ROLE = 'atrium-api-history-analysis';

/** What the thread is asked to do. */
export type AnalysisTask =
  | { kind: 'read'; definition: TypedDefinition }
  | { kind: 'compare'; before: TypedDefinition; after: TypedDefinition }
  | { kind: 'lines'; before: string; after: string };

/** What each kind of task is answered with. */
export interface AnalysisAnswers {
  read: ReadResult;
  compare: CompareResult;
  lines: LineChanges;
}

/** One message from the thread. */
export type AnalysisMessage =
  | { state: 'ready' }
  | { state: 'done'; answer: AnalysisAnswers[keyof AnalysisAnswers] }
  | { state: 'failed'; message: string };

type AnalysisModule = typeof import('./DefinitionAnalysis');

async function start(): Promise<void> {
  const loaded: AnalysisModule & { default?: AnalysisModule } = await import(
    './DefinitionAnalysis'
  );
  // Run from the source, this is CommonJS, all of which Node puts into `default`.
  const { DefinitionAnalysis } = loaded.default ?? loaded;
  const analysis = new DefinitionAnalysis();
  const run = (task: AnalysisTask) => {
    switch (task.kind) {
      case 'read':
        return analysis.read(task.definition);
      case 'compare':
        return analysis.compare(task);
      case 'lines':
        return analysis.compareLines(task);
      default:
        throw new Error(`Unknown task '${task satisfies never}'`);
    }
  };
  const post = (message: AnalysisMessage) => parentPort?.postMessage(message);
  parentPort?.on('message', async (task: AnalysisTask) => {
    try {
      post({ state: 'done', answer: await run(task) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ state: 'failed', message });
    }
  });
  post({ state: 'ready' });
}

if (workerData?.role === ANALYSIS_WORKER_ROLE) {
  start();
}
