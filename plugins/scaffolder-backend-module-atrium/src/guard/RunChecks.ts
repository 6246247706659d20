import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { isUserEntity, type UserEntity } from '@backstage/catalog-model';
import type {
  TaskSpec,
  TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { createTemplateRenderer, type TemplateFilter } from 'nunjitsu';
import type { RepositoryChoices } from '../catalog/readRepositoryChoices';
import {
  findParameterFields,
  type ParameterField,
} from './findParameterFields';
import {
  findRepositoryTargets,
  type PlannedStep,
} from './findRepositoryTargets';
import { OwnerCheck, type OwnerCheckOptions } from './OwnerCheck';
import {
  RepositoryCheck,
  type RepositoryCheckOptions,
} from './RepositoryCheck';

/** What {@link RunChecks} asks. */
export interface RunChecksOptions
  extends OwnerCheckOptions,
    RepositoryCheckOptions {
  auth: AuthService;
  choices: RepositoryChoices;
  /** Of the engine, so that it reads `repoUrl` as the run will. */
  filters: Record<string, TemplateFilter>;
}

/** A run that somebody wants to start. */
export interface RunRequest {
  template: TemplateEntityV1beta3;
  steps: PlannedStep[];
  parameters: JsonObject;
  credentials: BackstageCredentials;
  isRetry?: boolean;
  /** Whom a run that is tried again is for; default: who starts it. */
  user?: TaskSpec['user'];
}

const OWNER_FIELDS = ['OwnerPicker', 'MyGroupsPicker'];

/**
 * What holds for every run of every template, checked before its first step:
 * whom it gives things to, and which repositories it makes or changes.
 */
export class RunChecks {
  readonly #options: RunChecksOptions;
  readonly #owners: OwnerCheck;
  readonly #repositories: RepositoryCheck;

  constructor(options: RunChecksOptions) {
    this.#options = options;
    this.#owners = new OwnerCheck(options);
    this.#repositories = new RepositoryCheck(options);
  }

  /** @throws InputError, NotAllowedError or ConflictError, before anything is made. */
  async check(request: RunRequest): Promise<void> {
    const { template, steps, parameters, credentials, isRetry } = request;
    const fields = findParameterFields(
      template.spec.parameters as JsonValue | undefined,
      parameters,
    );
    const isUser = this.#options.auth.isPrincipal(credentials, 'user');
    for (const owner of isUser ? findOwners(fields) : []) {
      await this.#owners.check(owner, credentials);
    }

    const { filters } = this.#options;
    const user = await this.#findUser(credentials);
    const targets = findRepositoryTargets(steps, {
      parameters,
      user: request.user ?? {
        entity: user,
        ref: isUser ? credentials.principal.userEntityRef : undefined,
      },
      renderer: createTemplateRenderer({ filters }),
    });
    const made = targets.filter(({ use }) => use === 'create');
    for (const target of targets) {
      // What a run makes is its own to change.
      const isOwn =
        target.use === 'write' &&
        made.some(({ repoUrl }) => repoUrl === target.repoUrl);
      if (!isOwn) {
        const offered = this.#offeredFor(target.repoUrl, fields);
        await this.#repositories.check(target, { offered, user, isRetry });
      }
    }
  }

  /** A template that names its own hosts decides about their owners as well. */
  #offeredFor(repoUrl: string, fields: ParameterField[]): RepositoryChoices {
    const picked = fields.find(
      ({ field, value }) => field === 'RepoUrlPicker' && value === repoUrl,
    );
    const hosts = readTexts(picked?.options.allowedHosts);
    return hosts.length > 0
      ? { hosts, owners: readTexts(picked?.options.allowedOwners) }
      : this.#options.choices;
  }

  async #findUser(
    credentials: BackstageCredentials,
  ): Promise<UserEntity | undefined> {
    const { auth, catalog } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    const entity = await catalog.getEntityByRef(
      credentials.principal.userEntityRef,
      { credentials },
    );
    return entity && isUserEntity(entity) ? entity : undefined;
  }
}

/** Each owner that a run names, once. */
function findOwners(fields: ParameterField[]): Set<JsonValue | undefined> {
  const owners = fields
    .filter(
      ({ name, field }) =>
        name === 'owner' || OWNER_FIELDS.includes(field ?? ''),
    )
    .flatMap(({ value }) => value)
    .filter(value => value !== undefined && value !== '');
  return new Set(owners);
}

function readTexts(value: JsonValue | undefined): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
