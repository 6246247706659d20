import type { YamlReader } from '@atrium/backend-common/workers';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type {
  PlaceholderResolver,
  PlaceholderResolverParams,
} from '@backstage/plugin-catalog-node';
import { processingResult } from '@backstage/plugin-catalog-node';
import type { IncludedFile, IncludedFiles } from './IncludedFiles';

/** Each is read and kept in memory at the same time. */
const MAX_PER_ENTITY = 50;

/** What may be made of an included file. */
type Parse = (file: IncludedFile) => ReturnType<PlaceholderResolver>;

/**
 * `$text`, `$json` and `$yaml`, as the catalog has them, for files of other
 * repositories as well.
 *
 * @remarks What is wrong with an included file is said without quoting it: who
 * reads the message may not be one of those who may read the file.
 */
export function createPlaceholderResolvers(
  files: Pick<IncludedFiles, 'read'>,
  yaml: Pick<YamlReader, 'read'>,
): Record<'text' | 'json' | 'yaml', PlaceholderResolver> {
  // The catalog hands those of an entity one function of its own.
  const counts = new WeakMap<PlaceholderResolverParams['emit'], number>();
  const resolver =
    (parse: Parse): PlaceholderResolver =>
    async params => {
      const count = (counts.get(params.emit) ?? 0) + 1;
      counts.set(params.emit, count);
      if (count > MAX_PER_ENTITY) {
        throw new InputError(
          `Placeholder $${params.key} cannot use ${params.value}: an entity includes ${MAX_PER_ENTITY} files at most`,
        );
      }
      const file = await files.read(params);
      params.emit(processingResult.refresh(`url:${file.url}`));
      try {
        return await parse(file);
      } catch (error) {
        if (error instanceof ServiceUnavailableError) {
          throw error;
        }
        throw new InputError(
          `Placeholder $${params.key} cannot use ${params.value}: ${
            error instanceof InputError
              ? error.message
              : `the file is no valid ${params.key.toUpperCase()}`
          }`,
        );
      }
    };
  return {
    text: resolver(async ({ content }) => content),
    json: resolver(async ({ content }) => JSON.parse(content)),
    yaml: resolver(({ content }) => parseYaml(content, yaml)),
  };
}

async function parseYaml(content: string, yaml: Pick<YamlReader, 'read'>) {
  const documents = await yaml.read(content, {
    limits: { elements: 600_000, escapes: 1_000_000 },
    ignoresTags: true,
  });
  if (documents.length !== 1) {
    throw new InputError(
      `the file has ${documents.length} documents where one is expected`,
    );
  }
  const [{ problems, value }] = documents;
  const [problem] = problems;
  if (problem) {
    throw new InputError(
      problem.kind === 'size'
        ? `the file has ${problem.message}, which is as much as is read`
        : `the file is no valid YAML in line ${problem.position.line}`,
    );
  }
  return value ?? null;
}
