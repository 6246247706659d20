import { z } from 'zod';

const text = z.string().nullish();

/** A component; those within it are components of their own. */
export const cyclonedxComponentSchema = z.object({
  type: text,
  'bom-ref': text,
  group: text,
  name: z.string().min(1),
  version: text,
  purl: text,
  components: z.array(z.unknown()).nullish(),
});

/** A component. */
export type CyclonedxComponent = z.infer<typeof cyclonedxComponentSchema>;

/** What depends on what. */
export const cyclonedxDependencySchema = z.object({
  ref: z.string(),
  dependsOn: z.array(z.string()).nullish(),
});

const toolSchema = z.object({ name: text, vendor: text });

/** Who wrote the document: a list up to 1.4, an object from 1.5 on. */
export const cyclonedxToolsSchema = z.union([
  z.array(toolSchema),
  z
    .object({ components: z.array(toolSchema).nullish() })
    .transform(({ components }) => components ?? []),
]);

/** An entry of `vulnerabilities`. */
export const cyclonedxVulnerabilitySchema = z.object({
  id: z.string().min(1),
  source: z.object({ url: text }).nullish(),
  references: z
    .array(z.object({ id: text }))
    .nullish()
    .catch(undefined),
  ratings: z
    .array(
      z.object({
        score: z.number().nullish(),
        severity: text,
        method: text,
        vector: text,
      }),
    )
    .nullish(),
  description: text,
  detail: text,
  recommendation: text,
  advisories: z
    .array(z.object({ url: text }))
    .nullish()
    .catch(undefined),
  analysis: z
    .object({ state: text, justification: text, detail: text })
    .nullish(),
  affects: z
    .array(
      z.object({
        ref: z.string(),
        versions: z
          .array(z.object({ version: text, range: text, status: text }))
          .nullish(),
      }),
    )
    .nullish(),
});

/** What a vulnerability affects, or does not. */
export type CyclonedxAffects = NonNullable<
  z.infer<typeof cyclonedxVulnerabilitySchema>['affects']
>[number];

/** An entry of `vulnerabilities`. */
export type CyclonedxVulnerability = z.infer<
  typeof cyclonedxVulnerabilitySchema
>;
