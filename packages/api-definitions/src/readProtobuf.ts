import { parse, Root } from 'protobufjs';
import { UnreadableDefinition } from './UnreadableDefinition';

/** A `.proto` file. */
export interface ProtobufDefinition {
  root: Root;
  /** Empty when the file names none. */
  packageName: string;
}

/**
 * Reads a `.proto` file with its comments. Its imports are not read: they are
 * other files.
 *
 * @throws UnreadableDefinition where it is none
 */
export function readProtobuf(text: string): ProtobufDefinition {
  const root = new Root();
  try {
    const parsed = parse(text, root, {
      keepCase: true,
      alternateCommentMode: true,
      preferTrailingComment: true,
    });
    return { root, packageName: parsed.package ?? '' };
  } catch (error) {
    throw toUnreadable(lineCountingError(text) ?? error, text);
  }
}

/** While it keeps comments, the parser counts lines wrongly behind them. */
function lineCountingError(text: string): unknown {
  try {
    parse(text, new Root());
    return undefined;
  } catch (error) {
    return error;
  }
}

function toUnreadable(error: unknown, text: string): unknown {
  if (error instanceof RangeError || !(error instanceof Error)) {
    return error;
  }
  if (error instanceof TypeError) {
    // The parser asks for one token more than there are.
    return new UnreadableDefinition('The file ends too early', {
      line: text.split('\n').length,
    });
  }
  // The parser writes the line at the end of its message and nowhere else.
  const [, message = error.message, line] =
    /^(.*?)(?: \((?:.*, )?line (\d+)\))?$/s.exec(error.message) ?? [];
  return new UnreadableDefinition(message, {
    line: line === undefined ? undefined : Number(line),
  });
}
