import {
  type ChangeProblems,
  type CheckProposal,
  commonMessages,
  type CreateProposal,
  MessageWriter,
  type Proposal,
  type ProposalDraft,
  type TextProblem,
} from '@atrium/common';
import { problemsOfChange } from '@atrium/common/yaml';
import type { GitHosts, RepositoryFileChange } from '@atrium/git-hosts';
import { isUserEntity } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  findWriteProblem,
  handOverForUser,
} from '../repository/handOverForUser';
import type { ScopeOptions } from '../ScopeOptions';
import type { ProposalTarget, TargetFile } from './ProposalTarget';

interface FileProposalsOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  gitHosts: Pick<GitHosts, 'openFile'>;
  /** Told which repository has changed: a webhook may not be set up. */
  onCommit(repositoryUrl: string): Promise<void>;
}

/** Who hands something over. */
export type ProposalCaller = ScopeOptions & { userEntityRef: string };

const words = new MessageWriter(commonMessages);

/** More than these do not fit into a message, and repair each other. */
const MAX_PROBLEMS = 10;

/**
 * Hands files that were written in the portal over to their repositories.
 *
 * @remarks Whoever calls it has found out that the person may write the target.
 */
export class FileProposals {
  readonly #options: FileProposalsOptions;

  constructor(options: FileProposalsOptions) {
    this.#options = options;
  }

  /**
   * What is in the repository now, and how a change would reach it: that of the
   * caller, where one is named.
   */
  async getDraft<P extends TextProblem>(
    target: ProposalTarget<P>,
    caller?: ProposalCaller,
  ): Promise<ProposalDraft> {
    const [{ url: firstUrl }] = target.files;
    const { client, branch } = this.#options.gitHosts.openFile(firstUrl);
    const [info, isRefused, files] = await Promise.all([
      client.getInfo(),
      caller && this.isRefused(firstUrl, caller),
      Promise.all(
        target.files.map(async ({ path, url }) => {
          const file = await this.#read(url);
          return { path, url, content: file?.content ?? '', base: file?.sha };
        }),
      ),
    ]);
    return {
      files,
      repositoryUrl: info.url,
      branch,
      handover: info.handover,
      isRefused: isRefused || undefined,
    };
  }

  /**
   * Whether the repository of a file takes no pull requests, and nothing from this
   * person.
   */
  async isRefused(url: string, caller: ProposalCaller): Promise<boolean> {
    const opened = this.#options.gitHosts.openFile(url);
    const { handover } = await opened.client.getInfo();
    if (handover !== 'commit') {
      return false;
    }
    const user = await this.#findUser(caller);
    return (await findWriteProblem(opened, user)) !== undefined;
  }

  /**
   * What is wrong with a file, and whether that was so before.
   *
   * @throws InputError when the target does not have the file.
   */
  async check<P extends TextProblem>(
    target: ProposalTarget<P>,
    { path, content }: CheckProposal,
  ): Promise<ChangeProblems<P>> {
    const file = findFile(target, path);
    const current = await this.#read(file.url);
    return checkChange(target, {
      file,
      before: current?.content ?? '',
      after: content,
    });
  }

  /**
   * Hands a file over in the name of a user.
   *
   * @throws InputError when something is wrong with the file.
   * @throws ConflictError when it is no longer what was edited.
   * @throws NotAllowedError when the repository takes no pull requests, or runs the
   * file as soon as it is pushed, and does not let that person write.
   */
  async propose<P extends TextProblem>(
    target: ProposalTarget<P>,
    proposal: CreateProposal,
    options: ProposalCaller,
  ): Promise<Proposal> {
    const { path, content, base } = proposal;
    const file = findFile(target, path);
    const current = await this.#read(file.url);
    const { own } = await checkChange(target, {
      file,
      before: current?.content ?? '',
      after: content,
    });
    if (own.length > 0) {
      throw new InputError(
        `'${file.path}' cannot be used: ${own
          .slice(0, MAX_PROBLEMS)
          .map(describeProblem)
          .join('; ')}`,
      );
    }
    if (current?.sha !== base) {
      throw words.error(
        ConflictError,
        words.describe('common.file.changed', { path: file.path }),
      );
    }
    if (current?.content === content) {
      throw words.error(
        InputError,
        words.describe('common.file.saysThis', { path: file.path }),
      );
    }
    const opened = this.#options.gitHosts.openFile(file.url);
    const handover = await handOverForUser(opened, {
      change: {
        files: [
          { path: opened.path, content, base },
          ...(await this.#findCompanions(target, file)),
        ],
        message: proposal.message ?? `Change ${opened.path}`,
      },
      user: await this.#findUser(options),
    });
    // Before it is told: what is read from here on is read after it.
    const at = new Date().toISOString();
    if (handover.kind === 'commit') {
      await this.#options.onCommit(opened.repositoryUrl);
    }
    return {
      handover: handover.kind,
      url: handover.url,
      commit: handover.commit,
      fileUrl: file.url,
      at,
    };
  }

  async #findCompanions<P extends TextProblem>(
    target: ProposalTarget<P>,
    file: TargetFile,
  ): Promise<RepositoryFileChange[]> {
    const changes = await Promise.all(
      (target.companions?.(file) ?? []).map(async ({ url, edit }) => {
        const { path } = this.#options.gitHosts.openFile(url);
        const current = await this.#read(url);
        const content = edit(current?.content ?? '');
        return content === current?.content
          ? []
          : [{ path, content, base: current?.sha }];
      }),
    );
    return changes.flat();
  }

  async #read(url: string) {
    const { client, path, branch } = this.#options.gitHosts.openFile(url);
    return client.readFile(path, branch);
  }

  async #findUser(options: ProposalCaller) {
    const { userEntityRef, credentials } = options;
    const user = await this.#options.catalog.getEntityByRef(userEntityRef, {
      credentials,
    });
    return user && isUserEntity(user) ? user : undefined;
  }
}

function findFile<P extends TextProblem>(
  { files }: ProposalTarget<P>,
  path: string | undefined,
): TargetFile {
  const file = files.find(one => path === undefined || one.path === path);
  if (!file) {
    const known = files.map(one => `'${one.path}'`).join(', ');
    throw new InputError(`'${path}' is not written here, only ${known}`);
  }
  return file;
}

async function checkChange<P extends TextProblem>(
  target: ProposalTarget<P>,
  change: { file: TargetFile; before: string; after: string },
): Promise<ChangeProblems<P>> {
  const check = async (text: string) => ({
    text,
    problems: await target.check(change.file, text),
  });
  if (target.isPlainText) {
    return { own: (await check(change.after)).problems, earlier: [] };
  }
  const [before, after] = await Promise.all([
    check(change.before),
    check(change.after),
  ]);
  return problemsOfChange({ before, after }, target.yaml);
}

function describeProblem({ line, message }: TextProblem): string {
  return line === undefined ? message : `line ${line}: ${message}`;
}
