import type { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import type { Json } from './mergeKeys.ts';
import { decodeProtobuf, protobufType } from './decodeProtobuf.ts';
import { badRequest } from './statusErrors.ts';

const maximumBodyBytes = 1_000_000;

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maximumBodyBytes) {
      throw badRequest('the body is too large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An object, or options, in JSON, YAML or protobuf; null when there is no body. */
export async function readManifest(request: IncomingMessage): Promise<Json> {
  const body = await readBody(request);
  const [type] = (request.headers['content-type'] ?? '').split(';', 1);
  if (body.length === 0) {
    return null;
  }
  if (type === protobufType) {
    return decodeProtobuf(body);
  }
  try {
    const text = body.toString('utf8');
    return type.endsWith('yaml')
      ? parse(text, { maxAliasCount: 100 })
      : JSON.parse(text);
  } catch {
    throw badRequest('the body is neither JSON nor YAML');
  }
}
