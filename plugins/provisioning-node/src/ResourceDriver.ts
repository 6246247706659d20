import type { ObjectSchema } from '@atrium/plugin-provisioning-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { DriverText } from './DriverText';

/** What a driver says of itself: all that pages and definitions know of it. */
export interface ResourceDriverDescription {
  /** In lower case with dashes, as `driver` of a definition names it. */
  id: string;
  title: string;
  /** What it makes and where, in a sentence or two, for the platform team. */
  description: string;
  /** The types of resource it can make, such as `postgres`. */
  types: string[];
  /** What a definition and its plans may set. */
  inputs: ObjectSchema;
  /**
   * What a requester may set; the parameters of the type have to fit in. With
   * `additionalProperties` it takes all that a type has.
   */
  parameters: ObjectSchema;
  /**
   * What comes out; a secret has `writeOnly: true`. Only drivers that reference
   * their credentials may have `additionalProperties`.
   */
  outputs: ObjectSchema;
  /**
   * Where the secrets come from. `issued`: the portal makes them and the driver
   * sets them, so that doing it twice changes nothing. `referenced`: the
   * provider makes and keeps them, and `observe` says where. `none`: there are
   * none, and whoever reaches the provider is let in.
   */
  credentials: 'issued' | 'referenced' | 'none';
  /**
   * For how long the provider may not show yet what was made there. Until then
   * "absent" means nothing after an outcome that nobody knows. Default: 0.
   */
  settleMs?: number;
  /** Whether a snapshot can be made before the deletion. */
  hasSnapshots: boolean;
  /** Whether access can be taken away while the data stays. */
  hasSuspension: boolean;
  /**
   * How many resources are worked on at once in each replica of the portal.
   * Default: 5. Two replicas call twice as often: choose what the provider bears
   * for all of them.
   */
  maxConcurrency?: number;
}

/** Passwords of one generation; the same name gives the same password. */
export interface IssuedCredentials {
  /** Counts up from 1 with every rotation. */
  generation: number;
  /** 32 characters of `A-Za-z0-9`, for a name such as `owner`. */
  password(name: string): string;
}

/** What a resource is to be. It is the same however often it is asked for. */
export interface ResourceTarget {
  /** A UUID; the mark that a driver leaves at the provider holds it. */
  resourceId: string;
  /**
   * Of the portal: lower-case letters, digits and dashes. The mark holds it, so
   * that portals that share a provider, and copies of one, leave each other alone.
   */
  installationId: string;
  /**
   * The name at the provider, and the key by which it is found again. Lower-case
   * letters, digits and dashes, 3 to 50 characters, starts with a letter and
   * ends with a part of the id, so that nobody else has it.
   */
  providerName: string;
  type: string;
  /** For labels only, as far as the provider has them. */
  labels: {
    name: string;
    ownerRef: string;
    entityRef?: string;
    environment: string;
  };
  /** Those of the definition under those of the plan, checked by the schema. */
  inputs: JsonObject;
  /** Those of the requester over the defaults, checked by the schema. */
  parameters: JsonObject;
  /** Of inputs and parameters; the mark at the provider holds it. */
  fingerprint: string;
  access: 'granted' | 'suspended';
}

/** A target together with the passwords that it is to have. */
export interface CredentialedTarget extends ResourceTarget {
  /**
   * Absent where the driver's credentials are `referenced`, and in `update` and
   * `resume` where somebody has taken them, so that the portal has them no more:
   * passwords and their generation stay as they are then.
   */
  credentials?: IssuedCredentials;
}

/** What a driver is given for one call. */
export interface DriverContext {
  /** Ends when the call has to. */
  signal: AbortSignal;
  /** The same for each attempt of one step; for providers that take such a key. */
  idempotencyKey: string;
  /** Says in a few words what is being done; open pages show it. */
  progress(message: DriverText): void;
  logger: LoggerService;
}

/** What is at the provider. */
export type Observation =
  /** Looked up, and not there. */
  | { status: 'absent' }
  /** The provider works on it by itself; asked again soon. */
  | { status: 'changing'; message: DriverText }
  /** It cannot be looked up: a person has to decide what is there. */
  | { status: 'unknown'; evidence: DriverText }
  /** Something of that name is there that this portal did not make. */
  | { status: 'foreign'; evidence: DriverText }
  | PresentObservation;

/** A resource that is there. */
export interface PresentObservation {
  status: 'present';
  /** As the mark holds it; absent where the work was cut short. */
  fingerprint?: string;
  /** As the mark holds it; absent where the driver issues none. */
  credentialGeneration?: number;
  access: 'granted' | 'suspended';
  health: { status: 'ok' | 'degraded' | 'unknown'; message?: DriverText };
  /**
   * Why the provider gave up what it worked on by itself. The request fails with
   * it; what was asked for is only asked for again when somebody says so.
   */
  failure?: DriverText;
  /** What is not as the target has it, for people. The mark is no difference. */
  differences: DriverText[];
  /** Without secrets. */
  outputs: JsonObject;
  /** Where the provider keeps the secrets, of a driver that references them. */
  credentialReference?: { store: 'kubernetes' | 'file'; reference: string };
}

/** Something of a portal that a driver found. */
export interface FoundResource {
  providerName: string;
  /** As the mark has it. */
  resourceId: string;
  /** As the mark has it: absent in one that was made before marks had it. */
  installationId?: string;
}

/** Something wrong with what a definition or a requester says. */
export interface DriverProblem {
  /** `inputs` or `parameters`, and on from there: `inputs.server`. */
  field: string;
  message: DriverText;
}

/**
 * Makes resources of some types at some kind of provider.
 *
 * @remarks
 *
 * Each method may be called again at any time: the process may have been killed
 * in the middle of the same call, or another replica may be at it. So each looks
 * at what is there and does what is missing; `create` of what is there already,
 * `delete` of what is gone, `suspend` of what is suspended are successes.
 *
 * What a method throws says nothing about the outcome, and the engine looks
 * before it goes on, unless it is a {@link ProviderRefusal}: then nothing
 * happened, and the message is shown to people. Messages never hold a secret. What
 * `MessageWriter.error` makes, and what is thrown with `messages`, is shown in the
 * language of the reader.
 *
 * A driver never touches what does not carry the mark of the resource and of the
 * portal: it is `foreign`. A mark that names no portal is of any.
 */
export interface ResourceDriver {
  readonly description: ResourceDriverDescription;

  /** What the schemas cannot say, such as a server that config does not name. */
  check?(target: ResourceTarget): Promise<DriverProblem[]>;
  /** What `create` will make, one thing a line, for people. Changes nothing. */
  describeChanges(target: ResourceTarget): Promise<DriverText[]>;
  observe(target: ResourceTarget, context: DriverContext): Promise<Observation>;
  /** Makes it, with its passwords, its access and its mark. */
  create(target: CredentialedTarget, context: DriverContext): Promise<void>;
  /** Makes what is there as the target has it; data stays. */
  update(target: CredentialedTarget, context: DriverContext): Promise<void>;
  /** Gives it the passwords of the target; those before do not work any more. */
  rotate(target: CredentialedTarget, context: DriverContext): Promise<void>;
  /** Takes access away and ends open connections; data stays. */
  suspend?(target: ResourceTarget, context: DriverContext): Promise<void>;
  /** Gives access back, with the passwords of the target where it has some. */
  resume?(target: CredentialedTarget, context: DriverContext): Promise<void>;
  /** Keeps the data outside of the resource; answers where, without secrets. */
  snapshot?(
    target: ResourceTarget,
    context: DriverContext,
  ): Promise<DriverText>;
  /** Removes it and its data; answers what was removed, one thing a line. */
  delete(target: ResourceTarget, context: DriverContext): Promise<DriverText[]>;
  /** The secret outputs, such as a connection string; asks nobody. */
  describeSecrets?(
    target: CredentialedTarget,
    outputs: JsonObject,
  ): JsonObject | Promise<JsonObject>;
  /**
   * All that carries the mark of a portal where the inputs lead, such as one
   * server. Absent where the provider cannot say.
   */
  list?(
    inputs: JsonObject,
    context: Pick<DriverContext, 'signal' | 'logger'>,
  ): AsyncIterable<FoundResource>;
  /**
   * Names the place where the inputs lead, such as `PostgreSQL at db.internal:5432`.
   * Its English text is the same for the same place, since leftovers are kept by it.
   */
  describeLocation(inputs: JsonObject): DriverText;
}
