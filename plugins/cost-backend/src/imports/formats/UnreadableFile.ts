import { words } from '../../costWords';
import type { FoundProblem } from '../report/ProblemCollector';

/** A file cannot be read any further; what was read before still counts. */
export class UnreadableFile extends Error {
  readonly problem: FoundProblem;

  constructor(problem: Omit<FoundProblem, 'severity'>) {
    super(words.text(problem.message));
    this.name = 'UnreadableFile';
    this.problem = { severity: 'error', ...problem };
  }
}
