import {
  hashJson,
  readYamlFolder,
  type SignalPublisher,
} from '@atrium/backend-common';
import { fileProblemLine } from '@atrium/common/yaml';
import type { GitHosts } from '@atrium/git-hosts';
import type { ScorecardSubject } from '@atrium/plugin-scorecard-common';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ScorecardConfig } from '../config/readScorecardConfig';
import {
  RATES_EVERYTHING,
  type ScorecardFileStore,
  type StoredScorecardFile,
} from '../database/scorecardFiles';
import type { ScorecardStore } from '../database/ScorecardStore';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { words } from '../scorecardWords';
import { combineScorecards } from './combineScorecards';
import { describeChanges } from './describeChanges';
import { findFileCommit } from './findFileCommit';
import { readBuiltInScorecards } from './readBuiltInScorecards';

interface ScorecardPublisherOptions {
  auditor: AuditorService;
  expressions: () => ScorecardExpressions;
  files: ScorecardFileStore;
  gitHosts: Pick<GitHosts, 'openHistory'>;
  knex: Knex;
  scorecards: ScorecardStore;
  signals: Pick<SignalPublisher<ScorecardSubject>, 'publish'>;
}

/** Puts in force what the files of scorecards say. */
export class ScorecardPublisher {
  readonly #options: ScorecardPublisherOptions;
  /** Of what was looked at last: from the same, the same follows. */
  #inputs: string | undefined;

  constructor(options: ScorecardPublisherOptions) {
    this.#options = options;
  }

  /**
   * Reads the scorecards that the portal brings along and the folder of the
   * operator, when the portal starts.
   *
   * @throws InputError that names every problem of the folder: the operator can
   * put it right before anybody is rated by it.
   */
  async loadFolders({
    builtIn,
    builtInOwner,
    folder,
  }: Pick<
    ScorecardConfig['definitions'],
    'builtIn' | 'builtInOwner' | 'folder'
  >): Promise<void> {
    const { files } = this.#options;
    await files.saveFolder(
      builtIn ? await readBuiltInScorecards(builtInOwner) : new Map(),
      { origin: 'built-in', naming: RATES_EVERYTHING },
    );
    const own = folder === undefined ? new Map() : await readYamlFolder(folder);
    this.#requireValid(folder ?? '', own);
    await files.saveFolder(own, { naming: RATES_EVERYTHING });
    await this.publish();
  }

  /** Works out anew what is in force, one replica at a time. */
  async publish(): Promise<void> {
    const { auditor, files, gitHosts, knex, scorecards, signals } =
      this.#options;
    const outcome = await knex.transaction(async trx => {
      // Reading goes on meanwhile.
      await files.lock(trx);
      const expressions = this.#options.expressions();
      const inForce = await scorecards.list(trx);
      const stored = await files.list(trx);
      const inputs = hashJson([
        expressions.version,
        stored,
        inForce.map(({ hash, line, name, source }) => [
          name,
          hash,
          source,
          line,
        ]),
      ]);
      if (inputs === this.#inputs) {
        return { inputs, changed: [], gone: [] };
      }
      const combined = combineScorecards({
        expressions,
        files: stored,
        inForce,
      });
      await files.saveProblems(trx, combined.problems);
      const known = new Map(inForce.map(one => [one.name, one]));
      const changed = [];
      for (const one of combined.scorecards) {
        const before = known.get(one.name);
        if (before?.hash !== one.hash) {
          const changeMessages = describeChanges(
            before?.definition,
            one.definition,
          );
          const changes = changeMessages.map(change => words.text(change));
          const version = await scorecards.publish(trx, {
            ...one,
            changes,
            changeMessages,
          });
          const { name, source } = one;
          changed.push({ name, source, version, changes });
        } else if (before.source !== one.source || before.line !== one.line) {
          await scorecards.move(trx, one);
        }
      }
      const present = new Set(combined.scorecards.map(({ name }) => name));
      const gone = inForce
        .filter(({ name }) => !present.has(name) && !combined.kept.has(name))
        .map(({ name, source }) => ({ name, source, changes: ['Removed'] }));
      if (gone.length > 0) {
        await scorecards.remove(
          trx,
          gone.map(({ name }) => name),
        );
      }
      return { inputs, changed, gone };
    });
    this.#inputs = outcome.inputs;
    const published = [...outcome.changed, ...outcome.gone];
    for (const changed of outcome.changed) {
      const commit = await findFileCommit(changed.source, gitHosts);
      if (commit !== undefined) {
        await scorecards.saveCommit(changed, commit);
      }
    }
    for (const { name, ...meta } of published) {
      const event = await auditor.createEvent({
        eventId: 'scorecard-publish',
        meta: { object: name, ...meta },
      });
      await event.success();
    }
    signals.publish(
      published.map(({ name }) => `scorecard:${name}`),
      ['scorecard'],
    );
  }

  #requireValid(folder: string, files: ReadonlyMap<string, string>): void {
    const { problems } = combineScorecards({
      expressions: this.#options.expressions(),
      files: [...files].map(([source, content]) =>
        toFolderFile(source, content),
      ),
      inForce: [],
    });
    if (problems.length > 0) {
      throw new InputError(
        `The scorecards in '${folder}' cannot be used:\n${problems
          .map(fileProblemLine)
          .join('\n')}`,
      );
    }
  }
}

function toFolderFile(source: string, content: string): StoredScorecardFile {
  return { ...RATES_EVERYTHING, source, content, origin: 'folder' };
}
