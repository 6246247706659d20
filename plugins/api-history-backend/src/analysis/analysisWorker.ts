import type { CompareResult, ReadAnswer } from './DefinitionAnalysis';
import type { DefinitionAnalysis, TypedDefinition } from './DefinitionAnalysis';
import type { LineChanges } from './lines/compareLines';

/** What the thread is asked to do. */
export type AnalysisTask =
  | { kind: 'read'; definition: TypedDefinition }
  | { kind: 'compare'; before: TypedDefinition; after: TypedDefinition }
  | { kind: 'lines'; before: string; after: string };

/** What each kind of task is answered with. */
export interface AnalysisAnswers {
  read: ReadAnswer;
  compare: CompareResult;
  lines: LineChanges;
}

export const workerFile = __filename;

type AnalysisModule = typeof import('./DefinitionAnalysis');

let analysis: DefinitionAnalysis;

export async function load(): Promise<void> {
  const loaded: AnalysisModule & { default?: AnalysisModule } = await import(
    './DefinitionAnalysis'
  );
  // Run from the source, this is CommonJS, all of which Node puts into `default`.
  analysis = new (loaded.default ?? loaded).DefinitionAnalysis();
}

export async function runTask(
  task: AnalysisTask,
): Promise<AnalysisAnswers[keyof AnalysisAnswers]> {
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
}
