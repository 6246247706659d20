import type {
  ObjectSchema,
  ResourceDefinition,
  ResourcePlan,
  ResourceType,
} from '@atrium/plugin-provisioning-common';
import type { ResourceDriver } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { findValueIssues } from '../schemas/objectSchemas';
import { words } from '../../provisioningWords';
import { toProblem } from './describeProblem';
import type { RequestProblem } from './ResourceProposal';

interface CompleteOptions {
  definition: ResourceDefinition;
  plan: ResourcePlan;
  type: ResourceType | undefined;
  driver: ResourceDriver | undefined;
}

/** What a driver is to work by. */
export interface CompleteParameters {
  inputs: JsonObject;
  parameters: JsonObject;
  problems: RequestProblem[];
}

/**
 * The inputs of a definition under those of its plan, and the parameters of the
 * requester over its defaults: with all that schemas fill in, and all that is
 * wrong by the schemas of the type and of the driver.
 */
export function completeParameters(
  parameters: JsonObject,
  options: CompleteOptions,
): CompleteParameters {
  const { definition, plan, type, driver } = options;
  const { spec } = definition;
  const schemas = [type?.spec.parameters, driver?.description.parameters];
  const made = {
    inputs: withDefaults({ ...spec.inputs, ...plan.inputs }, [
      driver?.description.inputs,
    ]),
    parameters: withDefaults({ ...spec.defaults, ...parameters }, schemas),
  };
  const problems: RequestProblem[] = [
    ...(type
      ? []
      : [
          toProblem(
            'type',
            words.describe('provisioning.problem.removed', { name: spec.type }),
          ),
        ]),
    ...(driver
      ? []
      : [
          toProblem(
            'definition',
            words.describe('provisioning.problem.driverMissing', {
              driver: spec.driver,
            }),
          ),
        ]),
    ...findProblems('inputs', made.inputs, driver?.description.inputs),
    ...schemas.flatMap(schema =>
      findProblems('parameters', made.parameters, schema),
    ),
  ];
  return { ...made, problems: withoutRepeats(problems) };
}

/** So that what is stored is all that was made, whatever becomes of a schema. */
function withDefaults(
  value: JsonObject,
  schemas: (ObjectSchema | ResourceType['spec']['parameters'] | undefined)[],
): JsonObject {
  const defaults = schemas.flatMap(schema =>
    Object.entries(schema?.properties ?? {}).flatMap(([name, property]) =>
      'default' in property ? [[name, property.default]] : [],
    ),
  );
  return { ...Object.fromEntries(defaults), ...value };
}

function findProblems(
  field: string,
  value: JsonObject,
  schema: object | undefined,
): RequestProblem[] {
  const issues = schema ? findValueIssues(schema, value) : [];
  return issues.map(({ path, ...issue }) => ({
    field: [field, ...path].join('.'),
    ...issue,
  }));
}

/** Type and driver often say the same of a field. */
function withoutRepeats(problems: RequestProblem[]): RequestProblem[] {
  const seen = new Map(
    problems.map(problem => [`${problem.field} ${problem.message}`, problem]),
  );
  return [...seen.values()];
}
