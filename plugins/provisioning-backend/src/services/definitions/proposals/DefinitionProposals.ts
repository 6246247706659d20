import { words } from '../../../provisioningWords';
import {
  type AllowedEntity,
  type EntityOrigins,
  type FileProposals,
  findProposalFiles,
  type ProposalSubject,
  type ProposalTarget,
} from '@atrium/backend-common';
import type { FileProblem } from '@atrium/common/yaml';
import {
  type CheckDefinitionProposal,
  type DefinitionEffects,
  type DefinitionProposalQuery,
  type Environment,
  provisioningDefinitionProposePermission,
  RESOURCE_DEFINITIONS_ANNOTATION,
} from '@atrium/plugin-provisioning-common';
import { NotFoundError, NotAllowedError } from '@backstage/errors';
import type { DefinitionStore } from '../../../database/DefinitionStore';
import type { DefinitionTrial } from './DefinitionTrial';
import { describeEffects, typesOf } from './describeEffects';
import { listBlocked, type ListBlockedOptions } from './listBlocked';

interface DefinitionProposalsOptions extends ListBlockedOptions {
  environments: readonly Environment[];
  /** The entities whose repositories may define. */
  findEntities(): Promise<AllowedEntity[]>;
  origins: Pick<EntityOrigins, 'get' | 'resolveFile'>;
  proposals: FileProposals;
  store: Pick<DefinitionStore, 'listLiveOfTypes'>;
  trial: DefinitionTrial;
}

/** Where an entity gets its first definitions from. */
const FIRST_PATH = './definitions/resources.yaml';

/** Definitions as they are written in the portal. */
export class DefinitionProposals {
  /** What anybody needs who writes any definition. */
  static readonly access = {
    permissions: [{ permission: provisioningDefinitionProposePermission }],
    refusal: () =>
      words.error(
        NotAllowedError,
        words.describe('provisioning.refusal.definitions'),
      ),
  };

  readonly #options: DefinitionProposalsOptions;

  constructor(options: DefinitionProposalsOptions) {
    this.#options = options;
  }

  /** Who may write definitions, and where they are. */
  findSubject(query: DefinitionProposalQuery): ProposalSubject<FileProblem> {
    return {
      access: DefinitionProposals.access,
      meta: { source: query.source, newPath: query.newPath },
      findTarget: () => this.#findTarget(query),
    };
  }

  /** What a change would mean, beside what is wrong with it. */
  async getEffects(input: CheckDefinitionProposal): Promise<DefinitionEffects> {
    const { environments, proposals, store, trial } = this.#options;
    const target = await this.#findTarget(input);
    const problems = await proposals.check(target, input);
    const file =
      target.files.find(({ path }) => path === input.path) ?? target.files[0];
    const { before, after } = await trial.try(file.url, input.content);
    const live = await store.listLiveOfTypes(typesOf({ before, after }));
    return {
      problems,
      ...describeEffects({ before, after, live, environments }),
      ...(await listBlocked({ before, after, live }, this.#options)),
    };
  }

  /** @throws NotFoundError where nothing in a repository is like that. */
  async #findTarget({
    source,
    newPath,
  }: DefinitionProposalQuery): Promise<ProposalTarget<FileProblem>> {
    const { findEntities, origins, trial } = this.#options;
    const entities = await findEntities();
    const found = entities.find(
      ({ files }) =>
        source === undefined || files.some(({ url }) => url === source),
    );
    if (!found) {
      throw new NotFoundError(
        source === undefined
          ? 'No repository may define resources: one has to be named in provisioning.definitions.repositories, and hold an entity with the annotation atrium.dev/resource-definitions'
          : `'${source}' is not a file of a repository that may define resources`,
      );
    }
    const target = findProposalFiles(found.entity, {
      origins,
      annotation: RESOURCE_DEFINITIONS_ANNOTATION,
      firstPath: FIRST_PATH,
      newPath,
    });
    const files = target.files.toSorted(
      (one, other) => Number(other.url === source) - Number(one.url === source),
    );
    return {
      ...target,
      files,
      check: async ({ url }, content) => {
        const { problems } = await trial.try(url, content);
        return problems;
      },
    };
  }
}
