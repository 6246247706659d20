import path from 'node:path';
import type { SandboxConfig } from '../config.ts';
import type { CdEvent } from '../portal/cdEvent.ts';
import type { DeploymentStore } from '../deployments/DeploymentStore.ts';
import type { ActionOutcome, ActionRun, Actions } from '../git/Actions.ts';
import { commitTitle } from '../git/parseCommit.ts';
import type { Repository } from '../git/Repository.ts';
import type {
  RepositoryChange,
  RepositoryStore,
} from '../git/RepositoryStore.ts';
import { PortalApi } from '../portal/PortalApi.ts';
import { Pipeline, stepNames } from './Pipeline.ts';
import type { StepName } from './Pipeline.ts';
import { PortalValidator } from './PortalValidator.ts';
import { describeCommit, describeRun, describeStep } from './runEvents.ts';
import { RunStore } from './RunStore.ts';
import { StepFailure } from './StepFailure.ts';

export interface CiServiceOptions {
  config: Pick<SandboxConfig, 'gitUrl' | 'portalUrl' | 'sloToken' | 'stateDir'>;
  store: RepositoryStore;
  deployments: DeploymentStore;
  send: (events: CdEvent[]) => void;
  testTimeoutMs?: number;
  promotionMs?: number;
}

const defaultTestTimeoutMs = 60_000;
const defaultPromotionMs = 3_000;
const maxRunning = 2;
/** Runs of one repository that wait; the oldest gives way to a new one. */
const maxWaiting = 5;
const maxCommits = 50;
const maxLogLength = 64 * 1024;

interface Job {
  repository: Repository;
  run: ActionRun;
}

/** Runs the pipeline for every push to the default branch of a repository. */
export class CiService implements Actions {
  readonly #options: CiServiceOptions;
  readonly #runs: RunStore;
  readonly #abort = new AbortController();
  readonly #running = new Map<string, Promise<void>>();
  #waiting: Job[] = [];
  #pushes = Promise.resolve();

  constructor(options: CiServiceOptions) {
    this.#options = options;
    this.#runs = new RunStore(path.join(options.config.stateDir, 'ci'));
    this.#endCutOffRuns();
    options.store.onChange(change => this.#handleChange(change));
  }

  list(repository: Repository): ActionRun[] {
    return this.#runs.list(repository.fullName);
  }

  get(repository: Repository, number: number): ActionRun | undefined {
    return this.list(repository).find(run => run.number === number);
  }

  rerun(
    repository: Repository,
    options: { number: number; userName: string },
  ): ActionRun | undefined {
    const earlier = this.get(repository, options.number);
    if (!earlier) {
      return undefined;
    }
    const { commit, title, branch } = earlier;
    const { userName } = options;
    return this.#enqueue(repository, {
      commit,
      title,
      branch,
      userName,
      trigger: 'rerun',
    });
  }

  /** Ends what runs; the next start says that it was cut off. */
  async close(): Promise<void> {
    this.#abort.abort();
    this.#waiting = [];
    await Promise.all(this.#running.values());
  }

  #handleChange(change: RepositoryChange) {
    const { repository, ref, after } = change;
    const { store, deployments } = this.#options;
    const isGone = !store.get(repository.owner, repository.name);
    if (isGone) {
      deployments.remove(repository.name);
      this.#waiting = this.#waiting.filter(
        job => job.repository !== repository,
      );
    } else if (ref === repository.defaultRef && after) {
      this.#pushes = this.#pushes
        .then(() => this.#handlePush(change, after))
        .catch(error => {
          process.stderr.write(`CI: a push is not built: ${error}\n`);
        });
    }
  }

  async #handlePush(change: RepositoryChange, after: string) {
    const { repository, before, knownCommits, userName } = change;
    if (this.#abort.signal.aborted) {
      return;
    }
    const pushed = await repository.log(after, {
      limit: maxCommits,
      exclude: before ? [before] : knownCommits,
    });
    const place = this.#placeOf(repository);
    const push = { atMs: Date.now(), branch: repository.defaultBranch };
    this.#options.send(
      pushed.reverse().map(commit => describeCommit(place, commit, push)),
    );
    this.#enqueue(repository, {
      commit: after,
      title: commitTitle(await repository.readCommit(after)).slice(0, 500),
      branch: repository.defaultBranch,
      userName,
      trigger: 'push',
    });
  }

  #enqueue(
    repository: Repository,
    details: Pick<
      ActionRun,
      'commit' | 'title' | 'branch' | 'userName' | 'trigger'
    >,
  ): ActionRun {
    const steps = stepNames.map(name => ({
      name,
      status: 'waiting' as const,
      log: '',
    }));
    const run = this.#runs.add(repository.fullName, { ...details, steps });
    this.#tell(repository, run);
    this.#waiting.push({ repository, run });
    const ofRepository = this.#waiting.filter(
      job => job.repository.fullName === repository.fullName,
    );
    if (ofRepository.length > maxWaiting) {
      const [oldest] = ofRepository;
      this.#waiting = this.#waiting.filter(job => job !== oldest);
      this.#finish(repository, oldest.run, 'cancelled');
    }
    this.#startWaiting();
    return run;
  }

  #startWaiting() {
    if (this.#abort.signal.aborted) {
      return;
    }
    for (const job of [...this.#waiting]) {
      const { fullName } = job.repository;
      if (this.#running.size >= maxRunning) {
        return;
      }
      if (this.#running.has(fullName)) {
        continue;
      }
      this.#waiting = this.#waiting.filter(other => other !== job);
      const work = this.#perform(job)
        .catch(error => {
          process.stderr.write(
            `CI: ${fullName} run ${job.run.number}: ${error}\n`,
          );
        })
        .finally(() => {
          this.#running.delete(fullName);
          this.#startWaiting();
        });
      this.#running.set(fullName, work);
    }
  }

  async #perform({ repository, run }: Job) {
    run.status = 'running';
    run.startedAtMs = Date.now();
    this.#tell(repository, run);
    const {
      config,
      deployments,
      send,
      testTimeoutMs = defaultTestTimeoutMs,
      promotionMs = defaultPromotionMs,
    } = this.#options;
    const pipeline = await Pipeline.open(
      {
        gitUrl: config.gitUrl,
        validator: new PortalValidator(
          new PortalApi({
            portalUrl: config.portalUrl,
            token: config.sloToken,
          }),
        ),
        deployments,
        send,
        signal: this.#abort.signal,
        testTimeoutMs,
        promotionMs,
      },
      repository,
      run,
    );
    let outcome: ActionOutcome = 'success';
    try {
      for (const name of stepNames) {
        outcome = await this.#performStep({ repository, run }, pipeline, name);
        if (outcome !== 'success' || this.#abort.signal.aborted) {
          break;
        }
      }
    } finally {
      await pipeline.close();
    }
    if (!this.#abort.signal.aborted) {
      this.#finish(repository, run, outcome);
    }
  }

  async #performStep(
    { repository, run }: Job,
    pipeline: Pipeline,
    name: StepName,
  ): Promise<ActionOutcome> {
    const step = run.steps.find(item => item.name === name);
    if (!step) {
      return 'success';
    }
    const log = (text: string) => {
      step.log = appendLog(step.log, text);
    };
    const reason = await pipeline.findReasonToSkip(name);
    if (reason) {
      step.status = 'skipped';
      log(`${reason}\n`);
      return 'success';
    }
    const tell = () => {
      this.#runs.save(repository.fullName, run);
      this.#options.send([describeStep(this.#placeOf(repository), run, step)]);
    };
    step.status = 'running';
    step.startedAtMs = Date.now();
    tell();
    let outcome: ActionOutcome = 'success';
    try {
      await pipeline.perform(name, log);
    } catch (error) {
      outcome = error instanceof StepFailure ? 'failure' : 'error';
      // Kept whatever came before it: it says why.
      step.log += `${error instanceof Error ? error.message : error}\n`;
    }
    if (!this.#abort.signal.aborted) {
      step.status = 'finished';
      step.outcome = outcome;
      step.finishedAtMs = Date.now();
      tell();
    }
    return outcome;
  }

  #finish(repository: Repository, run: ActionRun, outcome: ActionOutcome) {
    for (const step of run.steps) {
      if (step.status === 'running') {
        step.status = 'finished';
        step.outcome = outcome;
        step.finishedAtMs = Date.now();
      } else if (step.status === 'waiting') {
        step.status = 'skipped';
      }
    }
    run.status = 'finished';
    run.outcome = outcome;
    run.finishedAtMs = Date.now();
    this.#tell(repository, run);
  }

  #tell(repository: Repository, run: ActionRun) {
    this.#runs.save(repository.fullName, run);
    this.#options.send([describeRun(this.#placeOf(repository), run)]);
  }

  /** What the process before this one did not bring to an end. */
  #endCutOffRuns() {
    for (const fullName of this.#runs.repositories) {
      const [owner, name] = fullName.split('/');
      const repository = this.#options.store.get(owner, name);
      for (const run of repository ? this.#runs.list(fullName) : []) {
        const step = run.steps.find(item => item.status === 'running');
        if (repository && run.status !== 'finished') {
          if (step) {
            step.log = appendLog(step.log, 'The CI was restarted.\n');
          }
          this.#finish(repository, run, 'error');
        }
      }
    }
  }

  #placeOf(repository: Repository) {
    return { gitUrl: this.#options.config.gitUrl, repository };
  }
}

function appendLog(log: string, text: string): string {
  const whole = log + text;
  return whole.length <= maxLogLength
    ? whole
    : `${whole.slice(0, maxLogLength)}\n(the rest is cut off)\n`;
}
