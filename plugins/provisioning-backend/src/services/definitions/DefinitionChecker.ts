import { type FileProblem } from '@atrium/common/yaml';
import type { FieldIssue } from '@atrium/common/yaml';
import {
  type CheckedDefinitions,
  checkDefinitions,
  type LocatedDefinition,
  problemOfDocument,
  type ResourceDefinition,
  type ResourceType,
} from '@atrium/plugin-provisioning-common';
import type {
  ResourceDriver,
  ResourceDriverDescription,
} from '@atrium/plugin-provisioning-node';
import { findSchemaIssues, findValueIssues } from '../schemas/objectSchemas';

/** The drivers of this portal, as far as definitions are checked against them. */
export interface KnownDrivers {
  list(): readonly Pick<ResourceDriver, 'description'>[];
}

/** Says which documents can be used here, and what is wrong with the others. */
export class DefinitionChecker {
  readonly #drivers: KnownDrivers;

  constructor(drivers: KnownDrivers) {
    this.#drivers = drivers;
  }

  /**
   * Checks documents by themselves, against each other and against the drivers.
   *
   * @param documents - of all files; of two that exclude each other the first
   * one stands
   */
  check(documents: readonly LocatedDefinition[]): CheckedDefinitions {
    const problems: FileProblem[] = [];
    const types = new Map<string, ResourceType>();
    const valid = documents.filter(located => {
      const { document } = located;
      const found =
        document.kind === 'ResourceType' ? findTypeIssues(document) : [];
      problems.push(...toProblems(located, found));
      if (document.kind === 'ResourceType' && found.length === 0) {
        types.set(document.metadata.name, document);
      }
      return found.length === 0;
    });
    const usable = valid.filter(located => {
      const { document } = located;
      const type =
        document.kind === 'ResourceDefinition' && types.get(document.spec.type);
      const found =
        document.kind === 'ResourceDefinition' && type
          ? this.#findDefinitionIssues(document, type)
          : [];
      problems.push(...toProblems(located, found));
      return found.length === 0;
    });
    const checked = checkDefinitions(usable);
    return {
      documents: checked.documents,
      problems: [...problems, ...checked.problems],
    };
  }

  #findDefinitionIssues(
    { spec }: ResourceDefinition,
    type: ResourceType,
  ): FieldIssue[] {
    const descriptions = this.#drivers
      .list()
      .map(({ description }) => description);
    const driver = descriptions.find(({ id }) => id === spec.driver);
    if (!driver) {
      const known = descriptions.map(({ id }) => id).toSorted();
      return [
        {
          path: ['spec', 'driver'],
          message: `is '${
            spec.driver
          }', which this portal has no driver for; it has ${
            known.join(', ') || 'none'
          }`,
        },
      ];
    }
    if (!driver.types.includes(spec.type)) {
      return [
        {
          path: ['spec', 'driver'],
          message: `is '${driver.id}', which does not make '${
            spec.type
          }' but ${driver.types.join(', ')}`,
        },
      ];
    }
    return [
      ...findAbilityIssues({ spec, type, driver }),
      ...findInputIssues(spec, driver.inputs),
      ...findDefaultIssues(spec, type.spec.parameters),
      ...findDefaultIssues(spec, driver.parameters),
    ];
  }
}

function findTypeIssues({ spec }: ResourceType): FieldIssue[] {
  return (['parameters', 'outputs'] as const).flatMap(field =>
    findSchemaIssues(spec[field]).map(issue => within(['spec', field], issue)),
  );
}

/** What the driver would have to be able to. */
function findAbilityIssues({
  spec,
  type,
  driver,
}: Pick<ResourceDefinition, 'spec'> & {
  type: ResourceType;
  driver: ResourceDriverDescription;
}): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const { properties: taken, additionalProperties: takesAll } =
    driver.parameters;
  const other = Object.keys(type.spec.parameters.properties).filter(
    name => !takesAll && !(name in taken),
  );
  if (other.length > 0) {
    issues.push({
      path: ['spec', 'driver'],
      message: `is '${driver.id}', which does not take ${other.join(
        ', ',
      )} of the type '${spec.type}'`,
    });
  }
  if (spec.deletion === 'snapshot-then-delete' && !driver.hasSnapshots) {
    issues.push({
      path: ['spec', 'deletion'],
      message: `is 'snapshot-then-delete', but '${driver.id}' makes no snapshots`,
    });
  }
  if (spec.lease && spec.lease.graceDays > 0 && !driver.hasSuspension) {
    issues.push({
      path: ['spec', 'lease', 'graceDays'],
      message: `is ${spec.lease.graceDays}, but '${driver.id}' cannot take access away while data is kept: set it to 0`,
    });
  }
  return issues;
}

/** Inputs are checked as a driver gets them: with those of each plan. */
function findInputIssues(
  { inputs, plans }: ResourceDefinition['spec'],
  schema: object,
): FieldIssue[] {
  return plans.flatMap((plan, index) =>
    findValueIssues(schema, { ...inputs, ...plan.inputs }).map(issue => {
      const [name] = issue.path;
      const isOfPlan = name !== undefined && name in plan.inputs;
      return within(
        isOfPlan ? ['spec', 'plans', index, 'inputs'] : ['spec', 'inputs'],
        issue,
      );
    }),
  );
}

/** What is required may come from the requester. */
function findDefaultIssues(
  { defaults }: ResourceDefinition['spec'],
  schema: object,
): FieldIssue[] {
  return findValueIssues({ ...schema, required: [] }, defaults).map(issue =>
    within(['spec', 'defaults'], issue),
  );
}

function within(path: PropertyKey[], issue: FieldIssue): FieldIssue {
  return { ...issue, path: [...path, ...issue.path] };
}

/** One problem for each field and message, however many plans have it. */
function toProblems(
  located: LocatedDefinition,
  issues: FieldIssue[],
): FileProblem[] {
  const problems = new Map<string, FileProblem>();
  for (const { path, message } of issues) {
    const problem = problemOfDocument(located, path, message);
    problems.set(problem.message, problem);
  }
  return [...problems.values()];
}
