import { readYaml } from '@atrium/common/yaml';
import { InputError } from '@backstage/errors';
import type { PlaceholderResolver } from '@backstage/plugin-catalog-node';
import { processingResult } from '@backstage/plugin-catalog-node';
import type { IncludedFile, IncludedFiles } from './IncludedFiles';

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
): Record<'text' | 'json' | 'yaml', PlaceholderResolver> {
  const resolver =
    (parse: Parse): PlaceholderResolver =>
    async params => {
      const file = await files.read(params);
      params.emit(processingResult.refresh(`url:${file.url}`));
      try {
        return await parse(file);
      } catch (error) {
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
    yaml: resolver(async ({ content }) => parseYaml(content)),
  };
}

function parseYaml(content: string) {
  const documents = readYaml(content, {
    limits: { elements: 2_000_000, escapes: 1_000_000 },
    ignoresTags: true,
  });
  if (documents.length !== 1) {
    throw new InputError(
      `the file has ${documents.length} documents where one is expected`,
    );
  }
  const [{ problems, value }] = documents;
  if (problems.length > 0) {
    throw new InputError(
      `the file is no valid YAML in line ${problems[0].position.line}`,
    );
  }
  return value ?? null;
}
