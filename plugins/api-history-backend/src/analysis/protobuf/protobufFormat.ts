import { createHash } from 'node:crypto';
import { parse, tokenize } from 'protobufjs';
import type { DefinitionFormat } from '../DefinitionFormat';
import { DefinitionProblem } from '../DefinitionProblem';
import { compareProtobuf } from './compareProtobuf';
import type { ProtobufFile } from './ProtobufFile';
import { toProtobufFile } from './ProtobufFile';

/**
 * One `.proto` file.
 *
 * @remarks Its imports are not read: they are other files, and types of them are
 * compared by name.
 */
export const protobufFormat: DefinitionFormat<ProtobufFile> = {
  read(text) {
    const { root, packageName } = readFile(text);
    return {
      content: toProtobufFile(root, packageName),
      contentHash: hashTokens(text),
      version: /(?:^|\.)(v\d+\w*)$/.exec(packageName)?.[1],
    };
  },
  compare: compareProtobuf,
};

function readFile(text: string) {
  try {
    const { root, package: packageName } = parse(text, { keepCase: true });
    return { root, packageName: packageName ?? '' };
  } catch (error) {
    if (error instanceof RangeError || !(error instanceof Error)) {
      throw error;
    }
    if (error instanceof TypeError) {
      // The parser asks for one token more than there are.
      throw new DefinitionProblem('The file ends too early', {
        line: text.split('\n').length,
      });
    }
    // The parser writes the line into its message and nowhere else.
    const match = /^(.*?)(?: \((?:.*, )?line (\d+)\))?$/s.exec(error.message);
    const line = match?.[2];
    throw new DefinitionProblem(
      match?.[1] ?? error.message,
      line === undefined ? undefined : { line: Number(line) },
    );
  }
}

/** Comments and formatting are no tokens. */
function hashTokens(text: string): string {
  const hash = createHash('sha256');
  const tokens = tokenize(text, false);
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    hash.update(`${token}\n`);
  }
  return hash.digest('hex');
}
