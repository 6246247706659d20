import { readPositiveMs } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';

const MAX_BYTES = 2_000_000_000;
/** What packs better than bills do is no bill. */
const MAX_UNPACKED_FACTOR = 25;

const nameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be in kebab-case');

const fileShape = {
  /** Each folder is one delivery, whose files are its parts. */
  parts: z.boolean().default(false),
  format: z.enum(['focus', 'daily']).default('focus'),
  focusVersion: z
    .union([z.string(), z.number().transform(version => version.toFixed(1))])
    .pipe(z.string().regex(/^1\.[0-4]$/, 'must be between 1.0 and 1.4'))
    .optional(),
};

const folderSourceSchema = z.strictObject({
  kind: z.literal('folder'),
  path: z.string().min(1),
  ...fileShape,
});

const s3SourceSchema = z.strictObject({
  kind: z.literal('s3'),
  bucket: z.string().min(1),
  prefix: z.string().default(''),
  region: z.string().optional(),
  endpoint: z.url().optional(),
  forcePathStyle: z.boolean().default(false),
  accessKeyId: z.string().optional(),
  secretAccessKey: z.string().optional(),
  ...fileShape,
});

const openCostSourceSchema = z.strictObject({
  kind: z.literal('opencost'),
  url: z.url(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  aggregate: z.string().min(1).default('namespace'),
  lookBackDays: z.number().int().min(1).max(31).default(3),
});

const sourceSchema = z.discriminatedUnion('kind', [
  folderSourceSchema,
  s3SourceSchema,
  openCostSourceSchema,
  z.strictObject({ kind: z.literal('upload') }),
]);

const costSchema = z.object({
  imports: z
    .looseObject({
      maxBytes: z.number().int().min(1).default(MAX_BYTES),
      senders: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  sources: z.record(nameSchema, sourceSchema).default({}),
});

/** A folder whose files are deliveries. */
export type FolderSourceConfig = z.output<typeof folderSourceSchema>;
/** A place in object storage whose objects are deliveries. */
export type S3SourceConfig = z.output<typeof s3SourceSchema>;
/** An OpenCost, which is asked for the cost of each day. */
export type OpenCostSourceConfig = z.output<typeof openCostSourceSchema>;
/** Where bills come from. */
export type SourceConfig = z.output<typeof sourceSchema>;

/** Where bills come from, and how much of them is taken. */
export interface ImportConfig {
  /** How large a file may be that is uploaded. */
  maxBytes: number;
  /** How large a packed file may be once it is unpacked. */
  maxUnpackedBytes: number;
  /** Which tokens may upload, by their subject. */
  senders: readonly string[];
  /** How often folders and the like are looked at. */
  frequencyMs: number;
  /** How long rows are kept that others replaced. */
  keepReplacedMs: number;
  sources: ReadonlyMap<string, SourceConfig>;
}

/** Reads and checks `cost.imports` and `cost.sources`. */
export function readImportConfig(config: RootConfigService): ImportConfig {
  try {
    const { imports, sources } = parseInput(
      costSchema,
      config.getOptional('cost') ?? {},
    );
    return {
      maxBytes: imports.maxBytes,
      maxUnpackedBytes: imports.maxBytes * MAX_UNPACKED_FACTOR,
      senders: imports.senders,
      frequencyMs: readPositiveMs(config, {
        key: 'cost.imports.frequency',
        fallback: { minutes: 15 },
      }),
      keepReplacedMs: readPositiveMs(config, {
        key: 'cost.imports.keepReplaced',
        fallback: { days: 7 },
        isZeroAllowed: true,
      }),
      sources: new Map(Object.entries(sources)),
    };
  } catch (error) {
    throw new ForwardedError("The configuration 'cost' is wrong", error);
  }
}
