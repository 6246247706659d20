import type { CompareResult, ReadAnswer } from './DefinitionAnalysis';
import type { TypedDefinition } from './DefinitionAnalysis';
import type { LineChanges } from './lines/compareLines';

/** Reads and compares definitions without holding up anything else. */
export interface DefinitionAnalyzer {
  read(definition: TypedDefinition): Promise<ReadAnswer>;
  compare(definitions: {
    before: TypedDefinition;
    after: TypedDefinition;
  }): Promise<CompareResult>;
  compareLines(texts: { before: string; after: string }): Promise<LineChanges>;
}
