import {
  type DriverContext,
  type DriverProblem,
  type DriverText,
  driverWords,
  type FoundResource,
  type Observation,
  ProviderRefusal,
  type ResourceDriver,
  type ResourceDriverDescription,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { AutomationClient } from './client/AutomationClient';
import type { AutomationResource } from './client/automationAnswers';
import type { AutomationConfig } from './config/readAutomationsConfig';
import { describeHttp, httpInputsSchema } from './describeHttp';

/** More than any automation has; what does not end is not read to its end. */
const MAX_LISTED = 10_000;
const MAX_PAGES = 1_000;

/** Asks automations of the organisation: to begin, how it is, to stop. */
export class HttpDriver implements ResourceDriver {
  readonly description: ResourceDriverDescription;
  readonly #automations: Map<string, AutomationConfig>;

  constructor(automations: AutomationConfig[]) {
    this.#automations = new Map(automations.map(of => [of.name, of]));
    this.description = describeHttp(automations);
  }

  async check({ inputs, type }: ResourceTarget): Promise<DriverProblem[]> {
    const field = 'inputs.automation';
    const automation = this.#automations.get(String(inputs.automation));
    if (!automation) {
      return [{ field, message: describeUnknown(inputs.automation) }];
    }
    return automation.types.includes(type)
      ? []
      : [
          {
            field,
            message: driverWords.write('provisioning.automation.type', {
              name: automation.name,
              type,
            }),
          },
        ];
  }

  async describeChanges({ inputs, providerName, type }: ResourceTarget) {
    const { title } = this.#automation(inputs);
    return [
      driverWords.write('provisioning.made.byAutomation', {
        type,
        name: providerName,
        title,
      }),
    ];
  }

  describeLocation({ automation }: JsonObject) {
    const name = String(automation);
    return driverWords.write('provisioning.place.automation', {
      title: this.#automations.get(name)?.title ?? name,
    });
  }

  async observe(
    target: ResourceTarget,
    { signal }: DriverContext,
  ): Promise<Observation> {
    const automation = this.#automation(target.inputs);
    const client = new AutomationClient(automation, signal);
    const seen = await client.get(target.resourceId);
    if (!seen) {
      return { status: 'absent' };
    }
    if (!isOurs(seen, target)) {
      return {
        status: 'foreign',
        evidence: driverWords.write('provisioning.automation.has', {
          name: automation.name,
          thing: seen.providerName,
          resource: seen.resourceId,
        }),
      };
    }
    if (seen.status === 'working') {
      const message =
        seen.message ??
        driverWords.write('provisioning.automation.works', {
          title: automation.title,
        });
      return { status: 'changing', message };
    }
    const { fingerprint, access, health, differences, outputs } = seen;
    return {
      status: 'present',
      fingerprint,
      access,
      differences,
      outputs: { ...outputs, automation: automation.name },
      credentialReference: seen.credentialReference,
      ...(seen.status === 'failed' ? describeFailure(seen) : { health }),
    };
  }

  async create(target: ResourceTarget, context: DriverContext) {
    const { client, automation } = await this.#begin(target, context);
    const { values } = httpInputsSchema.parse(target.inputs);
    const { resourceId, providerName, type, labels } = target;
    const { installationId, parameters, fingerprint, access } = target;
    context.progress(
      driverWords.write('provisioning.progress.askAutomation', {
        title: automation.title,
      }),
    );
    await client.put(
      {
        resourceId,
        installationId,
        providerName,
        type,
        labels,
        values,
        parameters,
        fingerprint,
        access,
      },
      context.idempotencyKey,
    );
  }

  async update(target: ResourceTarget, context: DriverContext) {
    await this.create(target, context);
  }

  async suspend(target: ResourceTarget, context: DriverContext) {
    await this.create({ ...target, access: 'suspended' }, context);
  }

  async resume(target: ResourceTarget, context: DriverContext) {
    await this.create({ ...target, access: 'granted' }, context);
  }

  async rotate(target: ResourceTarget, context: DriverContext) {
    const { client, automation } = await this.#begin(target, context);
    if (!automation.hasRotation) {
      throw new ProviderRefusal(
        driverWords.write('provisioning.automation.keepsCredentials', {
          title: automation.title,
        }),
        { isTemporary: false },
      );
    }
    context.progress(
      driverWords.write('provisioning.progress.askForCredentials', {
        title: automation.title,
      }),
    );
    await client.rotate(target.resourceId, context.idempotencyKey);
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    const automation = this.#automation(target.inputs);
    const client = new AutomationClient(automation, context.signal);
    const { resourceId, providerName, type } = target;
    const seen = await client.get(resourceId);
    if (!seen || !isOurs(seen, target)) {
      return [];
    }
    if (seen.status === 'working' && automation.hasCancel) {
      context.progress(
        driverWords.write('provisioning.progress.askToStop', {
          title: automation.title,
        }),
      );
      await client.cancel(resourceId, `${context.idempotencyKey}-cancel`);
    }
    context.progress(
      driverWords.write('provisioning.progress.askToRemove', {
        title: automation.title,
      }),
    );
    await client.delete(resourceId, context.idempotencyKey);
    return [
      driverWords.write('provisioning.removed.byAutomation', {
        type,
        name: providerName,
        title: automation.title,
      }),
    ];
  }

  async *list(
    inputs: JsonObject,
    { signal }: Pick<DriverContext, 'signal'>,
  ): AsyncIterable<FoundResource> {
    const automation = this.#automation(inputs);
    const client = new AutomationClient(automation, signal);
    let count = 0;
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { items, nextCursor } = await client.list(cursor);
      count += items.length;
      if (count > MAX_LISTED) {
        break;
      }
      yield* items;
      if (!nextCursor) {
        return;
      }
      cursor = nextCursor;
    }
    throw driverWords.error(
      Error,
      driverWords.describe('provisioning.automation.listsTooMuch', {
        name: automation.name,
        resources: String(MAX_LISTED),
        pages: String(MAX_PAGES),
      }),
    );
  }

  #automation({ automation: name }: JsonObject): AutomationConfig {
    const automation = this.#automations.get(String(name));
    if (!automation) {
      throw new ProviderRefusal(describeUnknown(name), { isTemporary: false });
    }
    return automation;
  }

  /** Looks, and refuses what is of somebody else. */
  async #begin(target: ResourceTarget, { signal }: DriverContext) {
    const automation = this.#automation(target.inputs);
    const client = new AutomationClient(automation, signal);
    const seen = await client.get(target.resourceId);
    if (seen && !isOurs(seen, target)) {
      throw new ProviderRefusal(
        driverWords.write('provisioning.automation.hasOther', {
          name: automation.name,
        }),
        { isTemporary: false },
      );
    }
    return { automation, client };
  }
}

function isOurs(seen: AutomationResource, target: ResourceTarget): boolean {
  return (
    seen.resourceId === target.resourceId &&
    seen.providerName === target.providerName &&
    (seen.installationId ?? target.installationId) === target.installationId
  );
}

function describeFailure({ message }: AutomationResource) {
  const failure =
    message ?? driverWords.write('provisioning.automation.noReason');
  return {
    failure,
    health: { status: 'degraded' as const, message: failure },
  };
}

function describeUnknown(name: unknown): DriverText {
  return driverWords.write('provisioning.automation.unknown', {
    name: String(name),
  });
}
