import type { DefinitionProblem } from './DefinitionProblem';

/** What is wrong with a definition, in words for the people who wrote it. */
export class UnreadableDefinition extends Error implements DefinitionProblem {
  readonly pointer: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, place: Omit<DefinitionProblem, 'message'> = {}) {
    super(message);
    this.name = 'UnreadableDefinition';
    this.pointer = place.pointer;
    this.line = place.line;
    this.column = place.column;
  }
}
