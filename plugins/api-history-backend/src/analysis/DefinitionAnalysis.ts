import type { DefinitionProblem } from '@atrium/api-definitions';
import { attemptRead, describeProblem } from '@atrium/api-definitions';
import { words } from '../apiHistoryWords';
import type { ChangeSummary } from './ChangeCollector';
import type { ReadDefinition } from './DefinitionFormat';
import { formatOf } from './formatOf';
import type { LineChanges } from './lines/compareLines';
import { compareLines } from './lines/compareLines';
import { type TextOnly, textOnly } from './TextOnly';

/** A definition with the type of its API. */
export interface TypedDefinition {
  type: string;
  text: string;
}

/** What reading a definition told. */
export type ReadAnswer =
  | { isValid: true; contentHash: string; version?: string }
  | { isValid: false; error: DefinitionProblem };

/** What comparing two definitions told. */
export type CompareResult = ({ isSemantic: true } & ChangeSummary) | TextOnly;

/** Reads and compares definitions, in the thread that asks. */
export class DefinitionAnalysis {
  /** A new definition is read first and compared next. */
  #last: { definition: TypedDefinition; read: ReadDefinition } | undefined;

  read(definition: TypedDefinition): ReadAnswer {
    const read = attemptRead(() => this.#read(definition));
    if (!read.ok) {
      return { isValid: false, error: read.problem };
    }
    const { contentHash, version } = read.value;
    return { isValid: true, contentHash, version };
  }

  async compare(definitions: {
    before: TypedDefinition;
    after: TypedDefinition;
  }): Promise<CompareResult> {
    const { before, after } = definitions;
    const format = formatOf(after.type);
    if (formatOf(before.type) !== format) {
      return textOnly(
        words.describe('apiHistory.textOnly.type', {
          before: before.type,
          after: after.type,
        }),
      );
    }
    try {
      const is = this.#read(after);
      const was = format.read(before.text);
      const reason = is.textOnlyReason ?? was.textOnlyReason;
      if (reason !== undefined || !format.compare) {
        return textOnly(
          reason ?? words.describe('apiHistory.textOnly.nothing'),
        );
      }
      const summary = await format.compare({
        before: was.content,
        after: is.content,
      });
      return { isSemantic: true, ...summary };
    } catch (error) {
      return { isSemantic: false, reason: describeProblem(error).message };
    }
  }

  compareLines(texts: { before: string; after: string }): LineChanges {
    return compareLines(texts);
  }

  #read(definition: TypedDefinition): ReadDefinition {
    const last = this.#last;
    if (
      last?.definition.type === definition.type &&
      last.definition.text === definition.text
    ) {
      return last.read;
    }
    this.#last = undefined;
    const read = formatOf(definition.type).read(definition.text);
    this.#last = { definition, read };
    return read;
  }
}
