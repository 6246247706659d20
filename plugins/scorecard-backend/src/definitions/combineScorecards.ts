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
const RANKS = { folder: 0, everything: 1, 'built-in': 2, owned: 3 };

/**
 * Works out which scorecards are in force now.
 *
 * @remarks Of two with one name, the folder of the operator goes first, then
 * repositories that rate everything, then what the portal brings along, then all
 * other repositories, so that no team takes a name from everybody by pushing to its
 * own. Of two repositories of the same rank, what is in force already goes first, its
 * file being broken or not.
 */
export function combineScorecards({
  expressions,
  files,
  inForce,
}: CombineScorecardsOptions): CombinedScorecards {
  const known = new Map(inForce.map(one => [one.name, one]));
  const problems: FileProblem[] = [];
  const sources = new Map(files.map(file => [file.source, file]));
  const broken = new Set<string>();
  const candidates = files.flatMap(file => {
    const read = readScorecardFile(file, expressions);
    problems.push(...read.problems);
    if (read.problems.length > 0 && file.refusal === undefined) {
      broken.add(file.source);
    }
    return read.scorecards.map(scorecard => ({ file, ...scorecard }));
  });
  const kept = new Map(
    inForce
      .filter(({ name, source }) => {
        const file = sources.get(source);
        return (
          file &&
          broken.has(source) &&
          !candidates.some(
            one =>
              one.name === name &&
              (one.source === source || rankOf(one.file) < rankOf(file)),
          )
        );
      })
      .map(({ name, source }) => [name, source]),
  );
  const placeOf = ({ file, name }: (typeof candidates)[number]) =>
    rankOf(file) - (known.get(name)?.source === file.source ? 0.5 : 0);
  const chosen = new Map<string, (typeof candidates)[number]>();
  for (const one of candidates.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const other = chosen.get(one.name)?.source ?? kept.get(one.name);
    if (other === undefined) {
      chosen.set(one.name, one);
    } else if (one.file.origin !== 'built-in') {
      problems.push({
        source: one.source,
        line: one.line,
        message:
          sources.get(other)?.origin === 'built-in'
            ? `The portal comes with a scorecard '${one.name}'. Choose another name, or ask the platform team to add this repository to 'scorecard.definitions.repositories'`
            : `There is a scorecard '${one.name}' already, in ${other}. Choose another name`,
      });
    }
  }
  return {
    scorecards: [...chosen.values()].map(({ file: _file, ...one }) => one),
    kept: new Set(kept.keys()),
    problems,
  };
}

function rankOf({ origin, reach }: StoredScorecardFile): number {
  return RANKS[origin === 'repository' ? reach : origin];
}
