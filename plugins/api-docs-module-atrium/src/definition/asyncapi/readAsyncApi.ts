import { readable, unreadable, type ReadResult } from '../ReadResult';
import {
  isObject,
  lineOfTopLevelKey,
  readYamlObject,
  type YamlObject,
} from '../readYamlObject';

/** An AsyncAPI definition that can be shown. */
export interface AsyncApiDocument {
  /** `AsyncAPI 3.0.0`. */
  format: string;
  version?: string;
  channelCount: number;
  /** Keys of what the rendered page has headings for. */
  operations: string[];
  messages: string[];
  schemas: string[];
}

/** Reads an AsyncAPI 2 or 3 definition. */
export function readAsyncApi(text: string): ReadResult<AsyncApiDocument> {
  const read = readYamlObject(text);
  if (!read.ok) {
    return read;
  }
  const spec = read.value;
  const format = String(spec.asyncapi ?? '');
  if (!/^[23]\.\d+\.\d+/.test(format)) {
    return unreadable({
      message:
        'The field "asyncapi" does not say a version that can be shown (2 or 3)',
      line: lineOfTopLevelKey(text, 'asyncapi'),
    });
  }
  for (const key of ['info', 'channels', 'operations', 'components']) {
    if (spec[key] !== undefined && !isObject(spec[key])) {
      return unreadable({
        message: `The field "${key}" is not an object`,
        line: lineOfTopLevelKey(text, key),
      });
    }
  }
  const info = asObject(spec.info);
  const components = asObject(spec.components);
  return readable({
    format: `AsyncAPI ${format}`,
    version: info.version === undefined ? undefined : String(info.version),
    channelCount: Object.keys(asObject(spec.channels)).length,
    operations: format.startsWith('3')
      ? Object.keys(asObject(spec.operations))
      : Object.keys(asObject(spec.channels)),
    messages: Object.keys(asObject(components.messages)),
    schemas: Object.keys(asObject(components.schemas)),
  });
}

function asObject(value: unknown): YamlObject {
  return isObject(value) ? value : {};
}
