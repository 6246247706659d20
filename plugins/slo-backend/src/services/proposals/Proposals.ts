import {
  type EntityOrigins,
  handOverForUser,
  type ScopeOptions,
} from '@atrium/backend-common';
import type { GitHosts, RepositoryFileChange } from '@atrium/git-hosts';
import {
  type CheckSloProposal,
  type CreateSloProposal,
  type OpenSloDocument,
  type OpenSloProblem,
  problemsOfChange,
  type SloProposal,
  type SloProposalCheck,
  type SloProposalDraft,
} from '@atrium/plugin-slo-common';
import { nameSloFile } from './nameSloFile';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  isUserEntity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { checkFiles } from '../definitions/checkFiles';
import { describeSources, type QuerySource } from '../definitions/QuerySource';
import { findTarget, type ProposalTarget } from './findTarget';

interface ProposalsOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  gitHosts: Pick<GitHosts, 'openFile'>;
  origins: Pick<EntityOrigins, 'get' | 'resolveFile'>;
  sharedDocuments: OpenSloDocument[];
  sources: ReadonlyMap<string, QuerySource>;
  /** Told which repository has changed: a webhook may not be set up. */
  onCommit(repositoryUrl: string): Promise<void>;
}

/** More than these do not fit into a message, and repair each other. */
const MAX_PROBLEMS = 10;

/** Hands SLOs that were written in the portal over to their repositories. */
export class Proposals {
  readonly #options: ProposalsOptions;

  constructor(options: ProposalsOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when the entity does not exist or is hidden. */
  async findEntity(ref: string, options: ScopeOptions): Promise<Entity> {
    const entity = await this.#options.catalog.getEntityByRef(ref, options);
    if (!entity) {
      throw new NotFoundError(`No entity '${ref}'`);
    }
    return entity;
  }

  /** What is in the repository now, and how a change would reach it. */
  async getDraft(entity: Entity): Promise<SloProposalDraft> {
    const { gitHosts, origins, sharedDocuments, sources } = this.#options;
    const target = findTarget(entity, origins);
    const { client, branch } = gitHosts.openFile(target.files[0].url);
    const [info, files] = await Promise.all([
      client.getInfo(),
      Promise.all(
        target.files.map(async ({ path, url }) => {
          const file = await this.#read(url);
          return { path, url, content: file?.content ?? '', base: file?.sha };
        }),
      ),
    ]);
    return {
      entityRef: stringifyEntityRef(entity),
      files,
      repositoryUrl: info.url,
      branch,
      handover: info.handover,
      annotates: target.catalogUrl,
      sharedDocuments: sharedDocuments.map(withoutConnection),
      sources: describeSources(sources),
    };
  }

  /** What is wrong with a file, and whether that was so before. */
  async check(
    entity: Entity,
    { path, content }: CheckSloProposal,
  ): Promise<SloProposalCheck> {
    const { file } = this.#findFile(entity, path);
    const current = await this.#read(file.url);
    return this.#checkChange(entity, {
      file,
      before: current?.content ?? '',
      after: content,
    });
  }

  /**
   * Hands a file over in the name of a user.
   *
   * @throws NotAllowedError when the repository takes no pull requests and does
   * not let that person write.
   */
  async propose(
    entity: Entity,
    proposal: CreateSloProposal,
    options: ScopeOptions & { userEntityRef: string },
  ): Promise<SloProposal> {
    const { path, content, base } = proposal;
    const { target, file } = this.#findFile(entity, path);
    const current = await this.#read(file.url);
    const { own } = this.#checkChange(entity, {
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
      throw new ConflictError(
        `'${file.path}' has changed in the repository meanwhile; nothing was written`,
      );
    }
    if (current?.content === content) {
      throw new InputError(`'${file.path}' says this already`);
    }
    const opened = this.#options.gitHosts.openFile(file.url);
    const handover = await handOverForUser(opened, {
      change: {
        files: [
          { path: opened.path, content, base },
          ...(await this.#annotate(entity, { target, path: file.path })),
        ],
        message: proposal.message ?? `Change ${opened.path}`,
      },
      user: await this.#findUser(options),
    });
    if (handover.kind === 'commit') {
      await this.#options.onCommit(opened.repositoryUrl);
    }
    return {
      handover: handover.kind,
      url: handover.url,
      commit: handover.commit,
      fileUrl: file.url,
      at: new Date().toISOString(),
    };
  }

  /** @throws InputError when the entity does not name the file. */
  #findFile(entity: Entity, path: string | undefined) {
    const target = findTarget(entity, this.#options.origins);
    const file = target.files.find(
      one => path === undefined || one.path === path,
    );
    if (!file) {
      throw new InputError(
        `'${stringifyEntityRef(entity)}' does not name the file '${path}'`,
      );
    }
    return { target, file };
  }

  #checkChange(
    entity: Entity,
    change: {
      file: { path: string; url: string };
      before: string;
      after: string;
    },
  ): SloProposalCheck {
    const { sharedDocuments, sources } = this.#options;
    const check = (content: string) => {
      const { files } = checkFiles([{ ...change.file, content }], {
        entityRef: stringifyEntityRef(entity),
        sharedDocuments,
        sources,
        readAt: new Date(),
      });
      return { text: content, problems: files.flatMap(file => file.problems) };
    };
    return problemsOfChange(check(change.before), check(change.after));
  }

  async #read(url: string) {
    const { client, path, branch } = this.#options.gitHosts.openFile(url);
    return client.readFile(path, branch);
  }

  /** The change by which the entity names its first file. */
  async #annotate(
    { kind, metadata }: Entity,
    options: { target: ProposalTarget; path: string },
  ): Promise<RepositoryFileChange[]> {
    const { catalogUrl } = options.target;
    if (catalogUrl === undefined) {
      return [];
    }
    const { path } = this.#options.gitHosts.openFile(catalogUrl);
    const file = await this.#read(catalogUrl);
    const { namespace = DEFAULT_NAMESPACE, name } = metadata;
    const content =
      file &&
      nameSloFile(file.content, {
        entity: {
          kind: kind.toLocaleLowerCase('en-US'),
          namespace: namespace.toLocaleLowerCase('en-US'),
          name: name.toLocaleLowerCase('en-US'),
        },
        path: options.path,
      });
    if (content === undefined) {
      throw new InputError(`'${path}' does not have '${name}' as it is here`);
    }
    return [{ path, content, base: file?.sha }];
  }

  async #findUser(options: ScopeOptions & { userEntityRef: string }) {
    const { userEntityRef, credentials } = options;
    const user = await this.#options.catalog.getEntityByRef(userEntityRef, {
      credentials,
    });
    return user && isUserEntity(user) ? user : undefined;
  }
}

function describeProblem({ line, message }: OpenSloProblem): string {
  return line === undefined ? message : `line ${line}: ${message}`;
}

function withoutConnection(document: OpenSloDocument): OpenSloDocument {
  return document.kind === 'DataSource'
    ? { ...document, spec: { ...document.spec, connectionDetails: {} } }
    : document;
}
