import type { CompareResult, ReadResult } from './DefinitionAnalysis';
import type { TypedDefinition } from './DefinitionAnalysis';
import type { LineChanges } from './lines/compareLines';

/** Reads and compares definitions without holding up anything else. */
export interface DefinitionAnalyzer {
  read(definition: TypedDefinition): Promise<ReadResult>;
  compare(definitions: {
    before: TypedDefinition;
    after: TypedDefinition;
  }): Promise<CompareResult>;
  compareLines(texts: { before: string; after: string }): Promise<LineChanges>;
}
