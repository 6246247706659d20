import { isBuiltInSource } from '@atrium/common';
import {
  type Definitions,
  type DefinitionSummary,
  describeShipped,
  type Environment,
  type TypeSummary,
} from '@atrium/plugin-provisioning-common';
import type {
  ActiveDefinition,
  ActiveType,
  DefinitionRegistry,
} from '../definitions/DefinitionRegistry';
import type { DriverRegistry } from '../DriverRegistry';

interface DefinitionReadsOptions {
  config: { environments: Environment[]; approverRefs: string[] };
  definitions: Pick<
    DefinitionRegistry,
    'checkedAt' | 'files' | 'list' | 'listTypes' | 'problems'
  >;
  drivers: Pick<DriverRegistry, 'list'>;
  resources: { countByDefinition(): Promise<Map<string, number>> };
}

/** Says what can be asked for, without what a driver is told. */
export class DefinitionReads {
  readonly #options: DefinitionReadsOptions;

  constructor(options: DefinitionReadsOptions) {
    this.#options = options;
  }

  async get(): Promise<Definitions> {
    const { config, definitions, drivers, resources } = this.#options;
    const [active, types, problems, files, checkedAt, liveCounts] =
      await Promise.all([
        definitions.list(),
        definitions.listTypes(),
        definitions.problems(),
        definitions.files(),
        definitions.checkedAt(),
        resources.countByDefinition(),
      ]);
    return {
      types: types.map(toTypeSummary),
      definitions: active.map(one =>
        toSummary(one, {
          approverRefs: config.approverRefs,
          liveCount: liveCounts.get(one.definition.metadata.name) ?? 0,
        }),
      ),
      drivers: drivers.list().map(({ description }) => ({
        id: description.id,
        title: description.title,
        description: description.description,
        types: description.types,
        inputs: description.inputs,
        hasSnapshots: description.hasSnapshots,
        messages: describeShipped({
          ...description,
          schemas: { inputs: description.inputs },
        }),
      })),
      environments: config.environments,
      files,
      problems,
      checkedAt,
    };
  }
}

/** What somebody else wrote of a type is as they wrote it. */
function toTypeSummary({ type, source }: ActiveType): TypeSummary {
  const { icon, outputs, parameters } = type.spec;
  const { name, title = name, description } = type.metadata;
  return {
    name,
    title,
    description,
    icon,
    parameters,
    outputs,
    messages: isBuiltInSource(source)
      ? describeShipped({
          title,
          description,
          schemas: { parameters, outputs },
        })
      : undefined,
  };
}

function toSummary(
  { definition: { metadata, spec }, removedAt, source }: ActiveDefinition,
  known: { approverRefs: string[]; liveCount: number },
): DefinitionSummary {
  return {
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    type: spec.type,
    driver: spec.driver,
    match: spec.match,
    defaults: spec.defaults,
    plans: spec.plans.map(plan => ({
      name: plan.name,
      title: plan.title ?? plan.name,
      description: plan.description,
      monthlyPrice: plan.monthlyPrice,
    })),
    defaultPlan: spec.defaultPlan ?? spec.plans[0].name,
    quotaPerOwner: spec.quota?.perOwner,
    needsApproval: spec.approval.required,
    approverRefs: spec.approval.required
      ? spec.approval.approvers ?? known.approverRefs
      : [],
    lease: spec.lease,
    deletion: spec.deletion,
    source,
    liveCount: known.liveCount,
    removedAt,
  };
}
