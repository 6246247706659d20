import { hashJson, type ScopeOptions } from '@atrium/backend-common';
import {
  type LosingDefinition,
  matchDefinition,
  type Preview,
  type ResourceInput,
} from '@atrium/plugin-provisioning-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { ProvisioningConfig } from '../../config/readProvisioningConfig';
import { describeList } from '../../database/messageText';
import type { StoredResource } from '../../database/StoredResource';
import { words } from '../../provisioningWords';
import { toProblem } from './describeProblem';
import { hasDifferences } from './describeUpdate';
import type { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import type { VisibleOwners } from '../reads/VisibleOwners';
import { findMoveProblem } from './findMoveProblem';
import { findOwner, type RequestOwner } from './findOwner';
import {
  ProposalBuilder,
  type ProposalBuilderOptions,
} from './ProposalBuilder';
import { mustBeOneOf } from './proposalParts';
import type {
  PlannedResource,
  RequestProblem,
  ResourceProposal,
} from './ResourceProposal';

/** What {@link ResourcePlanner} works with. */
export interface ResourcePlannerOptions extends ProposalBuilderOptions {
  catalog: CatalogService;
  config: ProvisioningConfig;
  definitions: Pick<DefinitionRegistry, 'find' | 'list' | 'types'>;
  owners: Pick<VisibleOwners, 'includes'>;
}

type PlanOptions = ScopeOptions & {
  /** The id that it has or will have, so that it is not in its own way. */
  resourceId?: string;
};

/** Works out what would come of a request, and what is in its way. */
export class ResourcePlanner {
  readonly #options: ResourcePlannerOptions;
  readonly #builder: ProposalBuilder;

  constructor(options: ResourcePlannerOptions) {
    this.#options = options;
    this.#builder = new ProposalBuilder(options);
  }

  /**
   * Whose the resource will be.
   *
   * @throws NotFoundError when the component or the owner does not exist or is
   * hidden
   */
  async findOwner(
    input: ResourceInput,
    { credentials }: ScopeOptions,
  ): Promise<RequestOwner> {
    return findOwner(input, { credentials, catalog: this.#options.catalog });
  }

  /**
   * What would come of asking for a resource.
   *
   * @throws NotFoundError when the component or the owner does not exist or is
   * hidden
   */
  async plan(
    input: ResourceInput,
    options: PlanOptions,
  ): Promise<ResourceProposal> {
    const { config, definitions, owners } = this.#options;
    const { ownerRef, actsForRefs } = await this.findOwner(input, options);
    const environment = config.environments.find(
      ({ name }) => name === input.environment,
    );
    const types = await definitions.types();
    const unknown = [
      ...(environment ? [] : [mustBeOneOf('environment', config.environments)]),
      ...(types.some(({ metadata }) => metadata.name === input.type)
        ? []
        : [
            mustBeOneOf(
              'type',
              types.map(({ metadata }) => metadata),
            ),
          ]),
    ];
    if (!environment || unknown.length > 0) {
      return toUnserved(ownerRef, [], unknown);
    }
    const shared = await this.#findShared(input, options);
    if (shared) {
      // Whose resources one may not see, of theirs one learns nothing here either.
      return (await owners.includes(shared.ownerRef, options))
        ? toShared(shared, input, actsForRefs)
        : toUnserved(
            ownerRef,
            [],
            [
              toProblem(
                'sharedId',
                words.describe('provisioning.problem.sharedUnavailable'),
                { isConflict: true },
              ),
            ],
          );
    }
    const { winner, losers } = await this.#match(input, environment.type);
    if (!winner) {
      return toUnserved(ownerRef, losers, [
        toProblem(
          'type',
          words.describe('provisioning.problem.notServed', {
            type: input.type,
            class: input.class,
            environment: environment.name,
          }),
        ),
      ]);
    }
    const proposal = await this.#builder.build(
      winner.active,
      {
        ...input,
        ownerRef,
        entityRefs: input.entityRef ? [input.entityRef] : [],
        environmentType: environment.type,
        id: options.resourceId,
      },
      options,
    );
    return withProblems(proposal, losers, [
      ...findQuotaProblems(proposal),
      ...(await this.#findNameProblems(input, ownerRef, options)),
    ]);
  }

  /** What would come of changing the plan or the parameters of a resource. */
  async planUpdate(
    current: StoredResource,
    input: { plan?: string; parameters?: JsonObject },
    options: ScopeOptions,
  ): Promise<ResourceProposal> {
    const active = await this.#options.definitions.find(current.definition);
    if (!active) {
      return toUnserved(
        current.ownerRef,
        [],
        [
          toProblem(
            'definition',
            words.describe('provisioning.problem.removed', {
              name: current.definition,
            }),
          ),
        ],
      );
    }
    const { ownerRef, scopeRef } = current;
    const proposal = await this.#builder.build(
      active,
      {
        ...current,
        entityRef: scopeRef === ownerRef ? undefined : scopeRef,
        plan: input.plan ?? current.plan,
        parameters: input.parameters ?? current.parameters,
        leaseDays: undefined,
        current,
      },
      options,
    );
    const problem =
      proposal.planned && this.#findUpdateProblem(current, proposal.planned);
    return withProblems(proposal, [], problem ? [problem] : []);
  }

  #findUpdateProblem(
    current: StoredResource,
    planned: PlannedResource,
  ): RequestProblem | undefined {
    const isSame =
      !hasDifferences(current) &&
      planned.fingerprint === current.fingerprint &&
      planned.plan === current.plan &&
      planned.deletion === current.deletion;
    return isSame
      ? toProblem(
          'plan',
          words.describe('provisioning.problem.nothingChanges'),
          { isConflict: true },
        )
      : findMoveProblem(
          current,
          planned,
          this.#options.drivers.get(planned.definition.spec.driver),
        );
  }

  async #match(input: ResourceInput, environmentType: string) {
    const active = await this.#options.definitions.list();
    return matchDefinition(
      {
        ...input,
        environmentType,
        resource: input.sharedId ?? input.name,
      },
      active
        .filter(({ removedAt }) => removedAt === undefined)
        .map(one => ({
          name: one.definition.metadata.name,
          type: one.definition.spec.type,
          match: one.definition.spec.match,
          active: one,
        })),
    );
  }

  async #findShared(
    { sharedId, ...input }: ResourceInput,
    { resourceId }: PlanOptions,
  ): Promise<StoredResource | undefined> {
    const { knex, resources } = this.#options;
    const shared = sharedId
      ? await resources.findShared(knex, { ...input, sharedId })
      : undefined;
    return shared?.id === resourceId ? undefined : shared;
  }

  async #findNameProblems(
    { environment, name, entityRef }: ResourceInput,
    ownerRef: string,
    { resourceId }: PlanOptions,
  ): Promise<RequestProblem[]> {
    const { knex, resources } = this.#options;
    const scopeRef = entityRef ?? ownerRef;
    const live = await resources.findLive(knex, {
      environment,
      scopeRef,
      name,
    });
    return live && live.id !== resourceId
      ? [
          toProblem(
            'name',
            words.describe('provisioning.problem.nameTaken', {
              name,
              scope: scopeRef,
              environment,
            }),
            { isConflict: true },
          ),
        ]
      : [];
  }
}

/** Says that a quota is used up; `undefined` where there is room for one more. */
export function findQuotaProblem(
  { limit, used }: { limit: number; used: number },
  { ownerRef, definition }: { ownerRef: string; definition: string },
): RequestProblem | undefined {
  return used < limit
    ? undefined
    : toProblem(
        'ownerRef',
        words.describe('provisioning.problem.quota', {
          owner: ownerRef,
          used,
          limit,
          definition,
        }),
        { isConflict: true },
      );
}

function findQuotaProblems({
  preview,
  planned,
}: ResourceProposal): RequestProblem[] {
  const problem =
    preview.quota &&
    planned &&
    findQuotaProblem(preview.quota, {
      ownerRef: planned.ownerRef,
      definition: planned.definition.metadata.name,
    });
  return problem ? [problem] : [];
}

function toUnserved(
  ownerRef: string,
  losers: LosingDefinition[],
  problems: RequestProblem[],
): ResourceProposal {
  const preview: Preview = {
    losers,
    changes: [],
    ownerRef,
    approval: { isRequired: false, reasons: [], approverRefs: [] },
    violations: [],
  };
  return withProblems({ preview, problems }, losers, []);
}

/** Whose it is has to agree, unless it is one's own. */
function toShared(
  shared: StoredResource,
  { entityRef }: ResourceInput,
  actsForRefs: readonly string[],
): ResourceProposal {
  const isOwn = actsForRefs.includes(shared.ownerRef);
  const uses = { name: shared.name, owner: shared.ownerRef };
  const preview: Preview = {
    losers: [],
    ...describeList('changes', [
      entityRef
        ? words.describe('provisioning.share.usesFor', {
            ...uses,
            entity: entityRef,
          })
        : words.describe('provisioning.share.uses', uses),
    ]),
    ownerRef: shared.ownerRef,
    plan: { name: shared.plan, title: shared.plan },
    approval: {
      isRequired: !isOwn,
      reasons: isOwn
        ? []
        : [
            {
              kind: 'shared',
              ...words.fields({
                message: words.describe('provisioning.approval.shared', {
                  name: shared.name,
                  owner: shared.ownerRef,
                }),
              }),
            },
          ],
      approverRefs: isOwn ? [] : [shared.ownerRef],
    },
    deletion: shared.deletion,
    violations: [],
    planHash: hashJson({ shared: shared.id, entityRef }),
  };
  const problems =
    shared.desired === 'absent'
      ? [
          toProblem(
            'sharedId',
            words.describe('provisioning.problem.beingDeleted', {
              name: shared.name,
            }),
            { isConflict: true },
          ),
        ]
      : [];
  return withProblems({ preview, problems: [], shared }, [], problems);
}

function withProblems(
  proposal: ResourceProposal,
  losers: LosingDefinition[],
  more: RequestProblem[],
): ResourceProposal {
  const problems = [...proposal.problems, ...more];
  return {
    ...proposal,
    problems,
    preview: {
      ...proposal.preview,
      losers,
      violations: problems.map(({ isConflict: _, ...violation }) => violation),
    },
  };
}
