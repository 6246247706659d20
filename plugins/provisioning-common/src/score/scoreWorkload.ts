import { fieldIssues } from '@atrium/common/yaml';
import { z } from 'zod';

/** What is said of a field that Score does not have. */
export const UNKNOWN_SCORE_KEY = 'is not a field of score.dev/v1b1 here';

/** More than any pod runs; a file that has more would be slow to check. */
const MAX_CONTAINERS = 100;

const label = (pattern: RegExp, message: string) =>
  z.string().regex(pattern, message);

const NAME_MESSAGE =
  'must have 2 to 63 lower-case letters, digits and dashes, with no dash at its ends';
const scoreNameSchema = label(
  /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/,
  NAME_MESSAGE,
);
const typeNameSchema = label(
  /^[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/,
  'must have 2 to 63 letters, digits and dashes, with no dash at its ends',
);
const portSchema = z
  .int('must be a whole number from 1 to 65535')
  .min(1, 'must be a whole number from 1 to 65535')
  .max(65_535, 'must be a whole number from 1 to 65535');

const annotationsSchema = z.record(
  label(
    /^(?=.{2,316}$)(?:[a-z0-9][a-z0-9-]{0,61}[a-z0-9](?:\.[a-z0-9][a-z0-9-]{0,61}[a-z0-9])*\/)?[A-Za-z0-9][A-Za-z0-9._-]{0,61}[A-Za-z0-9]$/,
    'is no name of an annotation',
  ),
  z.string('must be a text, in quotes if need be'),
);

const metadataSchema = z.looseObject({
  annotations: annotationsSchema.optional(),
});

const servicePortSchema = z.strictObject({
  port: portSchema,
  protocol: z.enum(['TCP', 'UDP']).default('TCP'),
  targetPort: portSchema.optional(),
});

const httpProbeSchema = z.strictObject({
  host: z.string().min(1).optional(),
  scheme: z.enum(['HTTP', 'HTTPS']).optional(),
  path: z.string(),
  port: portSchema,
  httpHeaders: z
    .array(
      z.strictObject({
        name: label(
          /^[A-Za-z0-9_-]+$/,
          'must have letters, digits, dashes and underscores only',
        ),
        value: z.string().min(1),
      }),
    )
    .optional(),
});

const probeSchema = z
  .strictObject({
    httpGet: httpProbeSchema.optional(),
    exec: z.strictObject({ command: z.array(z.string()) }).optional(),
  })
  .refine(
    ({ httpGet, exec }) => httpGet !== undefined || exec !== undefined,
    'must have httpGet, exec or both',
  );

const computeSchema = z.strictObject({
  cpu: label(
    /^(?!$)\d*(?:m|\.\d+)?$/,
    "must be a number of CPUs in quotes, such as '0.5' or 250m",
  ).optional(),
  memory: label(
    /^[1-9]\d*(?:K|M|G|T|Ki|Mi|Gi|Ti)?$/,
    'must be a number of bytes, such as 512Mi or 2G',
  ).optional(),
});

const fileFields = {
  mode: label(
    /^0?[0-7]{3}$/,
    "must be octal and in quotes, such as '0644'",
  ).optional(),
  source: z.string().min(1).optional(),
  content: z.string().optional(),
  binaryContent: z.base64('must be Base64').optional(),
  noExpand: z.boolean().default(false),
};
const ONE_CONTENT = 'must have one of source, content and binaryContent';

function hasOneContent(file: {
  source?: string;
  content?: string;
  binaryContent?: string;
}): boolean {
  const contents = [file.source, file.content, file.binaryContent];
  return contents.filter(content => content !== undefined).length === 1;
}

const volumeFields = {
  source: z.string(),
  path: z.string().optional(),
  readOnly: z.boolean().default(false),
};

const fileSchema = z
  .strictObject(fileFields)
  .refine(hasOneContent, ONE_CONTENT);
const listedFileSchema = z
  .strictObject({ target: z.string().min(1), ...fileFields })
  .refine(hasOneContent, ONE_CONTENT);
const volumeSchema = z.strictObject(volumeFields);
const listedVolumeSchema = z.strictObject({
  target: z.string(),
  ...volumeFields,
});

/**
 * Reads items by their target, as Score has them now, or a list of items with a
 * target, as it had them before.
 *
 * @returns a list of items; `key` is where an item stands in the document
 */
function byTarget<Item extends object, Listed extends { target: string }>(
  itemSchema: z.ZodType<Item>,
  listedSchema: z.ZodType<Listed>,
) {
  return z.unknown().transform((value, context) => {
    const result = Array.isArray(value)
      ? z.array(listedSchema).safeParse(value)
      : z.record(z.string().min(1), itemSchema).safeParse(value);
    if (!result.success) {
      for (const { path, ...issue } of fieldIssues(result.error, {
        unknownKey: UNKNOWN_SCORE_KEY,
      })) {
        context.addIssue({ code: 'custom', path, ...issue });
      }
      return z.NEVER;
    }
    return Array.isArray(result.data)
      ? result.data.map((item, key) => ({ ...item, key }))
      : Object.entries(result.data).map(([target, item]) => ({
          ...item,
          target,
          key: target,
        }));
  });
}

const containerSchema = z.strictObject({
  image: z.string().min(1),
  command: z.array(z.string()).optional(),
  args: z.array(z.string()).optional(),
  variables: z
    .record(
      label(/^[^=]+$/, "must be a name without '='"),
      z.string('must be a text, in quotes if need be'),
    )
    .default({}),
  files: byTarget(fileSchema, listedFileSchema).prefault([]),
  volumes: byTarget(volumeSchema, listedVolumeSchema).prefault([]),
  resources: z
    .strictObject({
      limits: computeSchema.optional(),
      requests: computeSchema.optional(),
    })
    .optional(),
  livenessProbe: probeSchema.optional(),
  readinessProbe: probeSchema.optional(),
  before: z
    .record(
      scoreNameSchema,
      z.strictObject({ ready: z.enum(['started', 'healthy', 'complete']) }),
    )
    .default({}),
});

/** A container of a workload. */
export type ScoreContainer = z.infer<typeof containerSchema>;

/** A probe of a container. */
export type ScoreProbe = z.infer<typeof probeSchema>;

const resourceSchema = z.strictObject({
  type: typeNameSchema,
  class: typeNameSchema.optional(),
  id: label(
    /^(?=.{2,63}$)[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*$/,
    'must have 2 to 63 lower-case letters, digits, dashes and dots between them',
  ).optional(),
  metadata: metadataSchema.optional(),
  params: z.record(z.string(), z.json()).default({}),
});

/** Something that a workload needs. */
export type ScoreResource = z.infer<typeof resourceSchema>;

/** A Score file: `score.dev/v1b1`. */
export const scoreWorkloadSchema = z.strictObject({
  apiVersion: z.literal('score.dev/v1b1'),
  metadata: metadataSchema.extend({ name: scoreNameSchema }),
  service: z
    .strictObject({
      ports: z.record(scoreNameSchema, servicePortSchema).default({}),
    })
    .optional(),
  containers: z
    .record(scoreNameSchema, containerSchema)
    .refine(
      containers => Object.keys(containers).length > 0,
      'must have at least one container',
    )
    .refine(
      containers => Object.keys(containers).length <= MAX_CONTAINERS,
      `must have at most ${MAX_CONTAINERS} containers`,
    ),
  resources: z.record(scoreNameSchema, resourceSchema).default({}),
});

/** A Score file: `score.dev/v1b1`. */
export type ScoreWorkload = z.infer<typeof scoreWorkloadSchema>;
