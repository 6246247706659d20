import type { MessageDescriptor } from '@atrium/common';
import type { ImportProblem } from '@atrium/plugin-cost-common';
import { words } from '../../costWords';
import { copyText } from '../formats/copyText';

/** A rule that is broken, at a place. */
export interface FoundProblem {
  severity: ImportProblem['severity'];
  rule: string;
  column?: string;
  /** Whether all columns that have it are one problem, which names them. */
  foldsColumns?: boolean;
  message: MessageDescriptor;
  /** Counted from 1; absent where it is about the file. */
  row?: number;
  /** What stands there, or what is said of it. */
  value?: string | MessageDescriptor;
}

/** A problem as it is counted. */
interface CountedProblem {
  problem: ImportProblem;
  columns: Set<string>;
  lastRow?: number;
}

/** More kinds of errors or of warnings than these no person reads. */
const MAX_KINDS = 300;
const MAX_EXAMPLES = 5;
const MAX_VALUE = 200;

/**
 * Collects what is wrong with a delivery: each rule once by column, with a count
 * and the first examples, so that it stays small however much is wrong.
 */
export class ProblemCollector {
  readonly #problems = new Map<string, CountedProblem>();
  #file: string | undefined;
  readonly #kindCounts = { error: 0, warning: 0 };

  /** Whether something is wrong that refuses the delivery. */
  get hasErrors(): boolean {
    return this.#kindCounts.error > 0;
  }

  /** Which file the next problems are in; undefined where there is but one. */
  startFile(name: string | undefined): void {
    this.#file = name;
  }

  add(problem: FoundProblem): void {
    const { severity, rule, column, message, row, value } = problem;
    const key = problem.foldsColumns ? rule : `${rule} ${column ?? ''}`;
    let counted = this.#problems.get(key);
    if (!counted) {
      if (this.#kindCounts[severity] >= MAX_KINDS) {
        return;
      }
      this.#kindCounts[severity] += 1;
      counted = {
        problem: {
          severity,
          rule,
          ...words.fields({ message }),
          rowCount: 0,
          examples: [],
        },
        columns: new Set(),
      };
      this.#problems.set(key, counted);
    }
    if (column !== undefined) {
      counted.columns.add(column);
    }
    const isCounted = problem.foldsColumns && counted.lastRow === row;
    if (row === undefined || isCounted) {
      return;
    }
    counted.lastRow = row;
    const known = counted.problem;
    known.rowCount += 1;
    if (known.examples.length < MAX_EXAMPLES) {
      known.examples.push({
        ...(this.#file !== undefined && { file: this.#file }),
        row,
        ...(value !== undefined && writeValue(value)),
      });
    }
  }

  /** Errors first, then by how many rows they are about. */
  list(): ImportProblem[] {
    const problems = [...this.#problems.values()].map(
      ({ columns, problem }) => ({
        ...problem,
        ...(columns.size > 0 && { column: [...columns].join(', ') }),
      }),
    );
    return problems.toSorted(
      (one, other) =>
        one.severity.localeCompare(other.severity) ||
        other.rowCount - one.rowCount,
    );
  }
}

function writeValue(value: string | MessageDescriptor) {
  return typeof value === 'string'
    ? { value: copyText(value.slice(0, MAX_VALUE)) }
    : words.fields({ value });
}
