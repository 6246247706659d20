import {
  type AccountCredentials,
  findForeignAnnotations,
  type KindRules,
  readEntitiesByRef,
  readerCredentials,
} from '@atrium/backend-common';
import { findRepositoryAddress } from '@atrium/git-hosts';
import {
  type CatalogDocument,
  type CatalogYamlReader,
  type Finding,
  parseCatalogDocuments,
  type ValidateFile,
  type Validation,
} from '@atrium/plugin-catalog-health-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { z } from 'zod';
import { words } from '../healthWords';
import { explainError } from './explainError';
import {
  explainConflict,
  explainReference,
  explainRefusal,
} from './findProblems';
import { listReferences } from './listReferences';
import { toStrictEntityRef } from './toStrictEntityRef';

interface FileValidatorOptions {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: CatalogService;
  integrations: ScmIntegrationRegistry;
  rules: KindRules;
  yaml: CatalogYamlReader;
}

/** Whoever asks. */
interface ValidateOptions {
  credentials: AccountCredentials;
}

interface StatedEntity {
  entity: Entity;
  entityRef: string;
  line: number;
}

const MAX_DOCUMENTS = 200;

/** What makes a document an entity, whatever else is wrong with it. */
const entitySchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

/**
 * Says what the catalog would say of a file.
 *
 * @remarks It asks the catalog itself, as the person who asks, and explains the answer
 * by what explains the problems of pushed files: so the two cannot differ.
 */
export class FileValidator {
  readonly #options: FileValidatorOptions;

  constructor(options: FileValidatorOptions) {
    this.#options = options;
  }

  async validate(
    { content, location }: ValidateFile,
    { credentials }: ValidateOptions,
  ): Promise<Validation> {
    const { auth } = this.#options;
    const options = { credentials: await readerCredentials(auth, credentials) };
    const { documents, problems } = await parseCatalogDocuments(
      content,
      this.#options.yaml,
    );
    const findings: Finding[] = problems.map(problem => ({
      ...explainError(
        {
          name: 'InputError',
          message: `${problem.message} (line ${problem.line}, column ${problem.column})`,
        },
        this.#options,
      ),
      line: problem.line,
      column: problem.column,
    }));
    const stated: StatedEntity[] = [];
    for (const document of documents.slice(0, MAX_DOCUMENTS)) {
      const entity = toStated(document);
      if (entity) {
        stated.push(entity);
        findings.push(...(await this.#check(entity, location, options)));
      } else {
        findings.push(explainNoEntity(document));
      }
    }
    findings.push(
      ...(await this.#checkReferences(stated, options)),
      ...(await this.#checkConflicts(stated, location, options)),
    );
    return {
      isValid: findings.every(({ severity }) => severity !== 'error'),
      findings: findings.sort((one, other) => lineOf(one) - lineOf(other)),
    };
  }

  async #check(
    { entity, entityRef, line }: StatedEntity,
    location: string,
    { credentials }: ValidateOptions,
  ): Promise<Finding[]> {
    const { catalog, rules } = this.#options;
    const type = z.string().safeParse(entity.spec?.type).data;
    const explain = (error: { name: string; message: string }): Finding => ({
      line,
      ...explainError(error, { entityRef, origin: location, rules }),
    });
    if (!rules.isAllowed({ kind: entity.kind, type }, location)) {
      return [
        explain({
          name: 'NotAllowedError',
          message: `Entity ${entityRef} at ${location} is not of an allowed kind for that location`,
        }),
      ];
    }
    const answer = await catalog.validateEntity(entity, `url:${location}`, {
      credentials,
    });
    return answer.valid
      ? this.#checkAnnotations({ entity, entityRef, line }, location)
      : answer.errors.map(explain);
  }

  #checkAnnotations(
    { entity, entityRef, line }: StatedEntity,
    location: string,
  ): Finding[] {
    const refused = findForeignAnnotations(entity.metadata.annotations ?? {}, {
      file: location,
      integrations: this.#options.integrations,
    });
    const annotations = refused.join(', ');
    return refused.length > 0
      ? [{ ...explainRefusal({ entityRef, annotations }), line }]
      : [];
  }

  /** What is referred to is in the catalog, or in the same file. */
  async #checkReferences(
    stated: StatedEntity[],
    options: ValidateOptions,
  ): Promise<Finding[]> {
    const own = new Set(stated.map(({ entityRef }) => entityRef));
    const references = stated.flatMap(one =>
      listReferences(one.entity)
        .filter(({ targetRef }) => !own.has(targetRef))
        .map(reference => ({ ...reference, ...one })),
    );
    const known = await this.#getEntities(
      references.map(({ targetRef }) => targetRef),
      options,
    );
    return references
      .filter(({ targetRef }) => !known.has(targetRef))
      .map(reference => ({
        ...explainReference(reference),
        line: reference.line,
      }));
  }

  async #checkConflicts(
    stated: StatedEntity[],
    location: string,
    options: ValidateOptions,
  ): Promise<Finding[]> {
    const known = await this.#getEntities(
      stated.map(({ entityRef }) => entityRef),
      options,
    );
    const seen = new Set<string>();
    const findings: Finding[] = [];
    for (const { entityRef, line } of stated) {
      const used = known
        .get(entityRef)
        ?.metadata.annotations?.[ANNOTATION_LOCATION]?.replace(/^url:/, '');
      if (seen.has(entityRef)) {
        findings.push({
          ...explainConflict({
            entityRef,
            existingUrl: words.describe(
              'catalogHealth.finding.earlierDocument',
            ),
          }),
          line,
        });
      } else if (used && !this.#isSameFile(used, location)) {
        findings.push({
          ...explainConflict({ entityRef, existingUrl: used }),
          line,
        });
      }
      seen.add(entityRef);
    }
    return findings;
  }

  #getEntities(
    entityRefs: string[],
    { credentials }: ValidateOptions,
  ): Promise<Map<string, Entity>> {
    const { catalog } = this.#options;
    const fields = ['kind', 'metadata'];
    // What nothing can be called is not there, which the catalog need not say.
    const possible = entityRefs.filter(ref => toStrictEntityRef(ref));
    return readEntitiesByRef(possible, { catalog, credentials, fields });
  }

  /** On whichever branch: a proposed change is of the same file. */
  #isSameFile(one: string, other: string): boolean {
    const { integrations } = this.#options;
    const first = findRepositoryAddress(one, integrations);
    const second = findRepositoryAddress(other, integrations);
    return first && second
      ? first.repository === second.repository && first.path === second.path
      : one === other;
  }
}

function toStated({ value, line }: CatalogDocument): StatedEntity | undefined {
  return isEntity(value)
    ? { entity: value, entityRef: stringifyEntityRef(value), line }
    : undefined;
}

function isEntity(value: unknown): value is Entity {
  return entitySchema.safeParse(value).success;
}

function explainNoEntity({ line }: CatalogDocument): Finding {
  return {
    kind: 'invalid',
    severity: 'error',
    ...words.fields({
      message: words.describe('catalogHealth.finding.noEntity'),
      advice: words.describe('catalogHealth.finding.noEntityAdvice'),
    }),
    line,
  };
}

function lineOf({ line = 0 }: Finding): number {
  return line;
}
