import { z } from 'zod';
import type { PersonaSessions } from '../portal/PersonaSessions.ts';
import type { PortalApi } from '../portal/PortalApi.ts';
import { readFixture } from '../readFixture.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import type { SampleData } from './SampleDataSender.ts';
import type { SampleServer } from './SampleServer.ts';

interface Sessions {
  open(
    ...parameters: Parameters<PersonaSessions['open']>
  ): Promise<Pick<PortalApi, 'request'>>;
}

export interface SampleResourcesOptions {
  sessions: Sessions;
  /** Where people change things past the portal. */
  server: Pick<
    SampleServer,
    'closeDatabase' | 'limitConnections' | 'restoreDatabase'
  >;
  /** How many definitions the sample repositories have. */
  definitionCount: number;
  /** Remembers what was made, so that what people delete stays away. */
  file: string;
}

/** The portal has no such resource any more: it is among the leftovers. */
const leftover = {
  database: 'orders_before_move_5d0e2c11',
  comment: JSON.stringify({
    atriumResource: '5d0e2c11-8f5e-4c0e-9a39-0c2c7a1f6b52',
    // As `provisioning.installationId` of the sandbox has it.
    installationId: 'sandbox',
    name: 'orders-before-move-5d0e2c11',
  }),
};

const samplesSchema = z.array(
  z.object({
    as: z.string(),
    approvedBy: z.string().optional(),
    changedByHand: z
      .union([
        z.strictObject({ connectionLimit: z.number() }),
        z.strictObject({ isClosed: z.literal(true) }),
      ])
      .optional(),
    request: z.looseObject({ name: z.string(), environment: z.string() }),
  }),
);

type Sample = z.infer<typeof samplesSchema>[number];

const definitionsSchema = z.object({ definitions: z.array(z.unknown()) });

const requestSchema = z.object({
  id: z.string(),
  state: z.string(),
  planHash: z.string(),
  resource: z.object({ id: z.string() }),
});

const resourceSchema = z.object({
  outputs: z.object({ database: z.string().optional() }),
});

/** Databases and queues that the teams have, and what waits for approval. */
export class SampleResources implements SampleData {
  readonly name = 'resources';
  readonly #options: SampleResourcesOptions;
  #isComplete = false;
  #isPortalReady = false;

  constructor(options: SampleResourcesOptions) {
    this.#options = options;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  async send(signal: AbortSignal): Promise<undefined> {
    const { file, server } = this.#options;
    const samples = readFixture('sampleData/resources.yaml', samplesSchema);
    const made = readJsonFile(file, z.array(z.string())) ?? [];
    const missing = samples.filter(sample => !made.includes(keyOf(sample)));
    if (missing.length > 0) {
      this.#isPortalReady ||= await this.#hasDefinitions(missing[0].as, signal);
      if (!this.#isPortalReady) {
        return;
      }
    }
    for (const sample of missing) {
      if (await this.#request(sample, signal)) {
        made.push(keyOf(sample));
        writeJsonFile(file, made);
      }
    }
    if (missing.length > 0 && made.length >= samples.length) {
      await server.restoreDatabase(leftover.database, leftover.comment);
    }
    this.#isComplete = made.length >= samples.length;
  }

  /** Before its catalog knows the repositories, nothing can be asked for. */
  async #hasDefinitions(persona: string, signal: AbortSignal) {
    const { sessions, definitionCount } = this.#options;
    const api = await sessions.open(persona, signal);
    const answer = await api.request('/api/provisioning/definitions', {
      signal,
    });
    const { definitions } = definitionsSchema.parse(answer);
    return definitions.length >= definitionCount;
  }

  /** Answers whether all is done; the same key is the same request each time. */
  async #request(sample: Sample, signal: AbortSignal): Promise<boolean> {
    const { sessions, server } = this.#options;
    const { approvedBy, changedByHand, request } = sample;
    const api = await sessions.open(sample.as, signal);
    const answer = await api.request('/api/provisioning/requests', {
      method: 'POST',
      headers: { 'Idempotency-Key': `sample-${keyOf(sample)}` },
      body: request,
      signal,
    });
    const { id, state, planHash, resource } = requestSchema.parse(answer);
    if (state === 'awaiting-approval') {
      if (!approvedBy) {
        return true;
      }
      const approver = await sessions.open(approvedBy, signal);
      await approver.request(`/api/provisioning/requests/${id}/approve`, {
        method: 'POST',
        body: { planHash },
        signal,
      });
      return false;
    }
    if (state !== 'done') {
      return state === 'failed';
    }
    if (changedByHand) {
      const path = `/api/provisioning/resources/${resource.id}`;
      const details = await api.request(path, { signal });
      const { outputs } = resourceSchema.parse(details);
      const { database } = outputs;
      if (database && 'isClosed' in changedByHand) {
        await server.closeDatabase(database);
      } else if (database && 'connectionLimit' in changedByHand) {
        await server.limitConnections(database, changedByHand.connectionLimit);
      }
    }
    return true;
  }
}

function keyOf({ request }: Sample): string {
  return `${request.environment}-${request.name}`;
}
