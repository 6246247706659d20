import type { ScopeOptions } from '@atrium/backend-common';
import type { Preview } from '@atrium/plugin-provisioning-common';
import type {
  DriverText,
  ResourceDriver,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { ProvisioningConfig } from '../../config/readProvisioningConfig';
import { describeList, type MessageText } from '../../database/messageText';
import type { ResourceStore } from '../../database/ResourceStore';
import type { StoredResource } from '../../database/StoredResource';
import type {
  ActiveDefinition,
  DefinitionRegistry,
} from '../definitions/DefinitionRegistry';
import type { DriverRegistry } from '../DriverRegistry';
import { completeParameters } from './completeParameters';
import { decideApproval, findApproverProblem } from './decideApproval';
import { toProblem } from './describeProblem';
import { describeUpdate } from './describeUpdate';
import type { ErrorBudgetGate } from './ErrorBudgetGate';
import { fingerprintOf, hashPlan } from './hashPlan';
import {
  findLease,
  findPlan,
  findUpdatedLease,
  toDraftTarget,
  UNKNOWN_ID,
} from './proposalParts';
import type {
  PlannedResource,
  RequestProblem,
  ResourceProposal,
} from './ResourceProposal';

export interface ProposalBuilderOptions {
  config: Pick<ProvisioningConfig, 'approverRefs'>;
  definitions: Pick<DefinitionRegistry, 'types'>;
  drivers: Pick<DriverRegistry, 'get'>;
  gate: Pick<ErrorBudgetGate, 'findReasons'>;
  installationId: string;
  knex: Knex;
  resources: ResourceStore;
}

/** What a resource is to be, as far as its definition does not say it. */
export interface ProposalSubject {
  /** Absent as long as it is only thought about. */
  id?: string;
  name: string;
  environment: string;
  environmentType: string;
  ownerRef: string;
  /** The component that it is made for. */
  entityRef?: string;
  /** All components that depend on it, whose error budgets count. */
  entityRefs: readonly string[];
  plan?: string;
  parameters: JsonObject;
  leaseDays?: number;
  /** As it is there already: then it is to be updated. */
  current?: StoredResource;
}

/** Works out what a definition makes of a request. */
export class ProposalBuilder {
  readonly #options: ProposalBuilderOptions;

  constructor(options: ProposalBuilderOptions) {
    this.#options = options;
  }

  /** What comes of it, with all that is wrong with plan, lease and parameters. */
  async build(
    active: ActiveDefinition,
    subject: ProposalSubject,
    options: ScopeOptions,
  ): Promise<ResourceProposal> {
    const { definitions, drivers } = this.#options;
    const { definition } = active;
    const { spec } = definition;
    const driver = drivers.get(spec.driver);
    const { plan, problems } = findPlan(spec, subject.plan);
    const lease = subject.current
      ? { ...findUpdatedLease(subject.current, spec), problems: [] }
      : { ...findLease(spec, subject.leaseDays), isNew: true };
    const types = await definitions.types();
    const made = completeParameters(subject.parameters, {
      definition,
      plan,
      driver,
      type: types.find(({ metadata }) => metadata.name === spec.type),
    });
    const planned: PlannedResource = {
      definition,
      environmentType: subject.environmentType,
      ownerRef: subject.ownerRef,
      scopeRef: subject.entityRef ?? subject.ownerRef,
      plan: plan.name,
      inputs: made.inputs,
      parameters: made.parameters,
      fingerprint: fingerprintOf(made),
      monthlyPrice: plan.monthlyPrice,
      lease: lease.lease,
      hasNewLease: lease.isNew,
      deletion: spec.deletion,
      planHash: hashPlan({
        ...subject,
        ...made,
        definitionHash: active.hash,
        plan: plan.name,
        leaseDays: lease.lease?.days,
        isRenewed: subject.current && lease.isNew,
        monthlyPrice: plan.monthlyPrice,
      }),
    };
    const found = [...problems, ...lease.problems, ...made.problems];
    const byDriver =
      driver && found.length === 0
        ? await askDriver(
            driver,
            { subject, planned },
            {
              ...toDraftTarget(subject, planned),
              installationId: this.#options.installationId,
            },
          )
        : { changes: [], problems: [] };
    const approval = await this.#decideApproval(planned, subject, options);
    return {
      planned,
      problems: [...found, ...byDriver.problems, ...approval.problems],
      preview: {
        definition: {
          name: definition.metadata.name,
          title: definition.metadata.title ?? definition.metadata.name,
          driver: spec.driver,
        },
        losers: [],
        ...describeList('changes', byDriver.changes),
        ownerRef: subject.ownerRef,
        plan: { name: plan.name, title: plan.title ?? plan.name },
        monthlyPrice: plan.monthlyPrice,
        approval: approval.approval,
        lease: lease.lease && {
          days: lease.lease.days,
          graceDays: lease.lease.graceDays,
        },
        quota: spec.quota && {
          limit: spec.quota.perOwner,
          used: await this.#countOthers(planned, subject),
        },
        deletion: spec.deletion,
        violations: [],
        planHash: planned.planHash,
      },
    };
  }

  async #decideApproval(
    { definition }: PlannedResource,
    { entityRefs, environmentType: type }: ProposalSubject,
    options: ScopeOptions,
  ): Promise<{ approval: Preview['approval']; problems: RequestProblem[] }> {
    const { config, gate } = this.#options;
    const approval = decideApproval(definition, {
      platformRefs: config.approverRefs,
      reasons: await gate.findReasons(entityRefs, { type }, options),
    });
    const problem = findApproverProblem(approval);
    return { approval, problems: problem ? [problem] : [] };
  }

  /** What the owner has of the definition, the subject not in it. */
  async #countOthers(
    { definition, ownerRef }: PlannedResource,
    { id }: ProposalSubject,
  ): Promise<number> {
    const { knex, resources } = this.#options;
    const { name } = definition.metadata;
    const [count, own] = await Promise.all([
      resources.countLive(knex, ownerRef, name),
      id ? resources.get(id) : undefined,
    ]);
    const isCounted = own?.definition === name && own.ownerRef === ownerRef;
    return count - Number(isCounted);
  }
}

/** What the driver says against it, or else what it will do. */
async function askDriver(
  driver: ResourceDriver,
  { subject, planned }: { subject: ProposalSubject; planned: PlannedResource },
  target: ResourceTarget,
): Promise<{ changes: MessageText[]; problems: RequestProblem[] }> {
  const found = (await driver.check?.(target)) ?? [];
  const problems = found.map(({ field, message }) => toProblem(field, message));
  if (problems.length > 0) {
    return { changes: [], problems };
  }
  if (subject.current) {
    return { changes: describeUpdate(subject.current, planned), problems };
  }
  const changes = await driver.describeChanges(target);
  // Drivers write the name in their own way, with the end as it is.
  return {
    changes: changes.map(hideUnknownId),
    problems,
  };
}

function hideUnknownId(change: DriverText): DriverText {
  // In the text as in the values of a message.
  return JSON.parse(JSON.stringify(change).replaceAll(UNKNOWN_ID, '…'));
}
