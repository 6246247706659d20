import type { FileProblem } from '@atrium/common/yaml';
import type { PublishedScorecard } from '../database/ScorecardStore';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { readScorecardFile } from './readScorecardFile';
import type { StoredScorecardFile } from '../database/scorecardFiles';
import type { StoredScorecard } from './StoredScorecard';

interface CombineScorecardsOptions {
  expressions: ScorecardExpressions;
  files: readonly StoredScorecardFile[];
  /** What is in force so far. */
  inForce: readonly StoredScorecard[];
}

/** What is to be in force, and what keeps others from it. */
export interface CombinedScorecards {
  scorecards: Omit<PublishedScorecard, 'changes' | 'changeMessages'>[];
  /** Names whose file is broken: what is in force of them stays. */
  kept: Set<string>;
  problems: FileProblem[];
}

/** What comes first takes a name. */
const RANKS = { folder: 0, repository: 1, 'built-in': 3 };

/**
 * Works out which scorecards are in force now.
 *
 * @remarks Of two with one name, the folder of the operator goes first, then what
 * is in force already, its file being broken or not, so that nobody takes a name
 * away by pushing to another repository. What the portal brings along goes last.
 */
export function combineScorecards({
  expressions,
  files,
  inForce,
}: CombineScorecardsOptions): CombinedScorecards {
  const known = new Map(inForce.map(one => [one.name, one]));
  const problems: FileProblem[] = [];
  const broken = new Set<string>();
  const candidates = files.flatMap(file => {
    const read = readScorecardFile(file, expressions);
    problems.push(...read.problems);
    if (read.problems.length > 0 && file.refusal === undefined) {
      broken.add(file.source);
    }
    return read.scorecards.map(scorecard => ({ file, ...scorecard }));
  });
  const rankOf = ({ file, name }: (typeof candidates)[number]) =>
    RANKS[file.origin] -
    (known.get(name)?.source === file.source && file.origin === 'repository'
      ? 0.5
      : 0);
  const kept = new Map(
    inForce
      .filter(
        ({ name, source }) =>
          broken.has(source) &&
          !candidates.some(
            one =>
              one.name === name &&
              (one.source === source || one.file.origin === 'folder'),
          ),
      )
      .map(({ name, source }) => [name, source]),
  );
  const chosen = new Map<string, (typeof candidates)[number]>();
  for (const one of candidates.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const other = chosen.get(one.name)?.source ?? kept.get(one.name);
    if (other === undefined) {
      chosen.set(one.name, one);
    } else if (one.file.origin !== 'built-in') {
      problems.push({
        source: one.source,
        line: one.line,
        message: `There is a scorecard '${one.name}' already, in ${other}`,
      });
    }
  }
  return {
    scorecards: [...chosen.values()].map(({ file: _file, ...one }) => one),
    kept: new Set(kept.keys()),
    problems,
  };
}
