import {
  EntityFileReader,
  entityNotFound,
  type EntityOrigins,
  findEntityFiles,
  type ScopeOptions,
} from '@atrium/backend-common';
import {
  type ParsedScore,
  parseScore,
  type ParseScoreOptions,
  SCORE_ANNOTATION,
  type ScoreWorkload,
} from '@atrium/plugin-provisioning-common';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { isUtf8 } from 'node:buffer';
import { words } from '../../provisioningWords';

interface ScoreFilesOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  origins: Pick<EntityOrigins, 'resolveFile'>;
  urlReader: UrlReaderService;
}

/** The Score file of a component. */
export interface ScoreFile extends ParsedScore {
  entity: Entity;
  /** As the annotation names it. */
  path: string;
  /** Its address; the path where it leads nowhere. */
  source: string;
}

const MAX_FILE_BYTES = 1_000_000;

/** Reads the Score files of components, and files that these name. */
export class ScoreFiles {
  readonly #options: ScoreFilesOptions;
  readonly #reader: EntityFileReader;

  constructor(options: ScoreFilesOptions) {
    this.#options = options;
    this.#reader = new EntityFileReader({
      reader: options.urlReader,
      maxFileBytes: MAX_FILE_BYTES,
    });
  }

  /**
   * Reads the Score file of a component that the reader may see.
   *
   * @throws NotFoundError where there is no such component, or it names none
   */
  async read(
    entityRef: string,
    { credentials, ...options }: ScopeOptions & ParseScoreOptions,
  ): Promise<ScoreFile> {
    const { catalog, origins } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    const annotation = entity?.metadata.annotations?.[SCORE_ANNOTATION];
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    const [named] = findEntityFiles(entity, annotation ?? '', { origins });
    if (!named) {
      throw words.error(
        NotFoundError,
        words.describe('provisioning.score.noFile', {
          entity: entityRef,
          annotation: SCORE_ANNOTATION,
        }),
      );
    }
    const { content, path, problem, url } = await this.#reader.read(named);
    const parsed: ParsedScore =
      content === undefined
        ? {
            problems: [{ message: problem ?? 'The file could not be read' }],
            locate: () => ({ line: 1, column: 1 }),
          }
        : parseScore(content, options);
    return { ...parsed, entity, path, source: url ?? path };
  }

  /**
   * Reads the files that containers have from beside the Score file, by
   * `source`: what is text as text, anything else as its bytes. One that cannot
   * be read is left out.
   */
  async readSources(
    { entity, path }: ScoreFile,
    workload: ScoreWorkload,
  ): Promise<Map<string, string | Buffer>> {
    const { origins } = this.#options;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const names = new Set(
      Object.values(workload.containers).flatMap(({ files }) =>
        files.flatMap(({ source }) => source ?? []),
      ),
    );
    const contents = new Map<string, string | Buffer>();
    for (const name of names) {
      const [file] = findEntityFiles(entity, `${folder}${name}`, {
        origins,
        suffixes: [''],
      });
      const bytes = file && (await this.#reader.readBytes(file));
      if (bytes) {
        contents.set(name, isText(bytes) ? bytes.toString('utf8') : bytes);
      }
    }
    return contents;
  }
}

function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}
