import {
  GetObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3SourceConfig } from '../../config/readImportConfig';
import type { DeliveryFile } from '../reading/ReadTask';
import { createWorkFolder, removeWorkFolder } from '../WorkFolder';
import type {
  ChargeSource,
  FetchedDelivery,
  SourceDelivery,
} from './ChargeSource';
import { type FileGroup, groupFiles, type SourceFile } from './groupFiles';

/** Without one, and without one in the environment, AWS asks for any. */
const DEFAULT_REGION = 'us-east-1';

/** Finds deliveries in object storage that speaks the protocol of S3. */
export class S3Source implements ChargeSource {
  readonly #config: S3SourceConfig;
  readonly #client: S3Client;

  constructor(config: S3SourceConfig) {
    this.#config = config;
    this.#client = createClient(config);
  }

  async list(signal: AbortSignal): Promise<SourceDelivery[]> {
    const files = await this.#listFiles(signal);
    return groupFiles(files, this.#config).map(group => ({
      name: group.name,
      version: group.version,
      fetch: () => this.#download(group),
    }));
  }

  async #listFiles(signal: AbortSignal): Promise<SourceFile[]> {
    const { bucket, prefix } = this.#config;
    const files: SourceFile[] = [];
    for await (const page of paginateListObjectsV2(
      { client: this.#client },
      { Bucket: bucket, Prefix: prefix },
      { abortSignal: signal },
    )) {
      for (const { ETag, Key, LastModified, Size } of page.Contents ?? []) {
        if (Key !== undefined && Size) {
          files.push({
            path: Key,
            bytes: Size,
            version: `${ETag}-${Size}`,
            changedAtMs: LastModified?.getTime() ?? 0,
          });
        }
      }
    }
    return files;
  }

  async #download({ files }: FileGroup): Promise<FetchedDelivery> {
    const folder = await createWorkFolder();
    const close = () => removeWorkFolder(folder);
    const digest = createHash('sha256');
    try {
      const fetched: DeliveryFile[] = [];
      for (const [index, { path: name }] of files.entries()) {
        const path = join(folder, String(index));
        let bytes = 0;
        await pipeline(
          await this.#get(name),
          new Transform({
            transform(piece: Buffer, _encoding, callback) {
              bytes += piece.length;
              digest.update(piece);
              callback(null, piece);
            },
          }),
          createWriteStream(path),
        );
        fetched.push({ path, name, bytes });
      }
      return { files: fetched, contentHash: digest.digest('hex'), close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  async #get(key: string): Promise<Readable> {
    const { Body } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#config.bucket, Key: key }),
    );
    if (!(Body instanceof Readable)) {
      throw new Error(`The object '${key}' has no content`);
    }
    return Body;
  }
}

function createClient({
  accessKeyId,
  endpoint,
  forcePathStyle,
  region,
  secretAccessKey,
}: S3SourceConfig): S3Client {
  return new S3Client({
    region: region ?? process.env.AWS_REGION ?? DEFAULT_REGION,
    forcePathStyle,
    ...(endpoint !== undefined && { endpoint }),
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && {
        credentials: { accessKeyId, secretAccessKey },
      }),
  });
}
