import type { ScopeOptions } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import {
  type ProvisionedNeed,
  type provisionMissingSchema,
  type ResourceInput,
  resourceInputSchema,
} from '@atrium/plugin-provisioning-common';
import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { z } from 'zod';
import { problemOf } from './problemOf';
import { ScoreScope } from './render/ScoreScope';
import {
  type FoundNeed,
  requireWorkload,
  type ScoreContext,
  type ScoreReads,
} from './ScoreReads';

interface ScoreProvisioningOptions {
  reads: ScoreReads;
}

/** Asks for one resource, as the API does. */
export type RequestNeed = (input: ResourceInput) => Promise<{ id: string }>;

/** Asks for what workloads need and do not have. */
export class ScoreProvisioning {
  readonly #reads: ScoreReads;

  constructor({ reads }: ScoreProvisioningOptions) {
    this.#reads = reads;
  }

  /**
   * Asks for each need that is missing in an environment, one after the other.
   * What is wrong with one leaves the others alone.
   *
   * @throws InputError where a need is named that is not missing
   */
  async provisionMissing(
    entityRef: string,
    input: z.output<typeof provisionMissingSchema>,
    {
      credentials,
      request,
    }: ScopeOptions<BackstageUserPrincipal> & { request: RequestNeed },
  ): Promise<ProvisionedNeed[]> {
    const environment = this.#reads.findEnvironment(input.environment);
    const context = await this.#reads.open(entityRef, { credentials });
    const workload = requireWorkload(context.file);
    const needs = await this.#reads.listNeeds(context, workload, environment);
    const scope = new ScoreScope(
      workload,
      await this.#reads.getOutputs(context, needs),
    );
    const parameters = await this.#findParameters(context, input);
    const provisioned: ProvisionedNeed[] = [];
    for (const { need } of selectMissing(needs, input)) {
      const { name, params, sharedId, type } = need;
      try {
        const { id } = await request(
          parseInput(resourceInputSchema, {
            type,
            class: need.class,
            name,
            sharedId,
            environment: environment.name,
            entityRef: context.entityRef,
            parameters:
              parameters.get(name) ?? resolveParameters(params, scope),
            reason: input.reason,
          }),
        );
        provisioned.push({ name, requestId: id });
      } catch (error) {
        // A fault of the portal is none of this need.
        if (!isError(error) || !isAboutInput(error.name)) {
          throw error;
        }
        provisioned.push({ name, ...problemOf(error) });
      }
    }
    return provisioned;
  }

  /** Those of what is there in the environment that a workload comes from. */
  async #findParameters(
    context: ScoreContext,
    { promoteFrom }: z.output<typeof provisionMissingSchema>,
  ): Promise<Map<string, JsonObject>> {
    if (promoteFrom === undefined) {
      return new Map();
    }
    const needs = await this.#reads.listNeeds(
      context,
      requireWorkload(context.file),
      this.#reads.findEnvironment(promoteFrom),
    );
    return new Map(
      needs.flatMap(({ need, resource }) =>
        resource ? [[need.name, resource.parameters] as const] : [],
      ),
    );
  }
}

function selectMissing(
  needs: FoundNeed[],
  { environment, needs: names }: z.output<typeof provisionMissingSchema>,
): FoundNeed[] {
  const missing = needs.filter(({ status }) => status.status === 'missing');
  const other = names?.find(
    name => !missing.some(({ need }) => need.name === name),
  );
  if (other !== undefined) {
    throw new InputError(`'${other}' is not missing in '${environment}'`);
  }
  return names
    ? missing.filter(({ need }) => names.includes(need.name))
    : missing;
}

/** Resolves placeholders at any depth. */
function resolveParameters(value: JsonValue, scope: ScoreScope): JsonValue {
  if (typeof value === 'string') {
    const parts = scope.resolve(value, message => {
      throw new InputError(`A parameter ${message}`);
    });
    return parts
      .map(part => {
        if (typeof part !== 'string') {
          throw new InputError(
            `A parameter needs '${part.key}', which is a secret`,
          );
        }
        return part;
      })
      .join('');
  }
  if (Array.isArray(value)) {
    return value.map(item => resolveParameters(item, scope));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        resolveParameters(item ?? null, scope),
      ]),
    );
  }
  return value;
}

function isAboutInput(name: string): boolean {
  return ['InputError', 'ConflictError', 'NotAllowedError'].includes(name);
}
