import { hashJson, type StoredFile } from '@atrium/backend-common';
import type { FileProblem } from '@atrium/common/yaml';
import {
  type CostAllocationDefinition,
  parseCostAllocation,
} from '@atrium/plugin-cost-common';

/** The rules of a file, ready to be put in force. */
export interface ReadAllocation {
  source: string;
  entityRef: string | undefined;
  definition: CostAllocationDefinition;
  content: string;
  line: number;
  hash: string;
}

/** Which rules are to be in force, and what keeps others from it. */
export interface ChosenAllocation {
  /** Absent where those in force stay as they are. */
  allocation?: ReadAllocation;
  problems: FileProblem[];
}

/**
 * Chooses the one file whose rules count. Of several it is the one of the operator,
 * then the one that is in force already; where neither is among them, none is new.
 *
 * @param inForce - the file whose rules are in force
 */
export function chooseAllocation(
  files: readonly StoredFile[],
  inForce: string | undefined,
): ChosenAllocation {
  const problems: FileProblem[] = [];
  const candidates: (ReadAllocation & Pick<StoredFile, 'origin'>)[] = [];
  for (const file of files) {
    const read = readAllocation(file);
    problems.push(...read.problems);
    if (read.allocation) {
      candidates.push({ ...read.allocation, origin: file.origin });
    }
  }
  const chosen = choose(candidates, files, inForce);
  for (const { line, source } of candidates) {
    if (source !== chosen) {
      const other =
        chosen ?? candidates.find(one => one.source !== source)?.source;
      const message = `There are rules already, in ${other}; only one file has them, since their order decides`;
      problems.push({ source, line, message });
    }
  }
  return {
    allocation: candidates.find(({ source }) => source === chosen),
    problems,
  };
}

/** The source of the file whose rules count. */
function choose(
  candidates: readonly Pick<StoredFile, 'source' | 'origin'>[],
  files: readonly StoredFile[],
  inForce: string | undefined,
): string | undefined {
  const own = candidates.find(({ origin }) => origin === 'folder');
  if (own) {
    return own.source;
  }
  // It may be broken now: then others wait all the same.
  if (files.some(({ source }) => source === inForce)) {
    return inForce;
  }
  return candidates.length === 1 ? candidates[0]?.source : undefined;
}

/** What a file says. */
export function readAllocation(
  file: Pick<StoredFile, 'source'> & Partial<StoredFile>,
): {
  allocation?: ReadAllocation;
  problems: FileProblem[];
} {
  const { content, entityRef, source } = file;
  const message = file.refusal ?? file.problem;
  if (message !== undefined || content === undefined) {
    return { problems: message === undefined ? [] : [{ source, message }] };
  }
  const { allocation, problems } = parseCostAllocation(content, source);
  return {
    allocation: allocation && {
      source,
      entityRef,
      content,
      definition: allocation.definition,
      line: allocation.locate([]).line,
      hash: hashJson(allocation.definition),
    },
    problems,
  };
}
