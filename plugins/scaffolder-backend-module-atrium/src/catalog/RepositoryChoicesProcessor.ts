import { isRecord } from '@atrium/common';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { RepositoryChoices } from './readRepositoryChoices';

/**
 * Fills in which hosts and owners the repository fields of a template offer,
 * where the template leaves it open.
 *
 * @remarks
 *
 * The stock field shows no host at all when a template names none, and a
 * template that names them works in one deployment only.
 */
export class RepositoryChoicesProcessor implements CatalogProcessor {
  readonly #choices: RepositoryChoices;

  constructor(choices: RepositoryChoices) {
    this.#choices = choices;
  }

  getProcessorName(): string {
    return 'RepositoryChoicesProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const parameters = entity.spec?.parameters;
    if (entity.kind !== 'Template' || parameters === undefined) {
      return entity;
    }
    return {
      ...entity,
      spec: { ...entity.spec, parameters: this.#fillIn(parameters) },
    };
  }

  #fillIn(value: JsonValue | undefined): JsonValue | undefined {
    if (Array.isArray(value)) {
      return value.map(item => this.#fillIn(item) ?? null);
    }
    if (!isRecord(value)) {
      return value;
    }
    if (value['ui:field'] === 'RepoUrlPicker') {
      return this.#fillInField(value);
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.#fillIn(item)]),
    );
  }

  #fillInField(field: JsonObject): JsonObject {
    const { hosts, owners } = this.#choices;
    const given = field['ui:options'];
    const options = isRecord(given) ? given : {};
    // Owners belong to hosts: a template that names its own hosts gets none.
    if (options.allowedHosts !== undefined || hosts.length === 0) {
      return field;
    }
    return {
      ...field,
      'ui:options': {
        ...(owners.length > 0 ? { allowedOwners: owners } : {}),
        ...options,
        allowedHosts: hosts,
      },
    };
  }
}
