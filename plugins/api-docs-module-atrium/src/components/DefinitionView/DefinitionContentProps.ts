import type { ReactNode } from 'react';
import type { DefinitionProblem } from '@atrium/api-definitions';

/** What each view of a kind of definition is given. */
export interface DefinitionContentProps {
  definition: string;
  /** What to show when the definition cannot be read. */
  renderProblem(problem: DefinitionProblem): ReactNode;
  /** Opens the source at a line, where there is one to open. */
  onShowSource?(line: number): void;
}
