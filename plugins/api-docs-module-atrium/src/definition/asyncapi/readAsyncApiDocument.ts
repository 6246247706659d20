import {
  attemptRead,
  mapOf,
  readAsyncApi,
  type ReadResult,
} from '@atrium/api-definitions';

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
export function readAsyncApiDocument(
  text: string,
): ReadResult<AsyncApiDocument> {
  return attemptRead(() => {
    const { root, format, version } = readAsyncApi(text);
    const channels = Object.keys(mapOf(root, 'channels'));
    const components = mapOf(root, 'components');
    return {
      format,
      version,
      channelCount: channels.length,
      operations: format.startsWith('AsyncAPI 3')
        ? Object.keys(mapOf(root, 'operations'))
        : channels,
      messages: Object.keys(mapOf(components, 'messages')),
      schemas: Object.keys(mapOf(components, 'schemas')),
    };
  });
}
