import { z } from 'zod';

const toolSchema = z.enum(['trivy', 'grype']);

/** What `fixtures/sampleData/security.yaml` says. */
export const securitySchema = z.strictObject({
  packages: z.record(z.string(), z.array(z.string())),
  vulnerabilities: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      ghsa: z.string(),
      title: z.string(),
      severity: z.enum(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']),
      vector: z.string(),
      score: z.number(),
      fixed: z.string(),
    }),
  ),
  components: z.record(
    z.string(),
    z.strictObject({
      packages: z.array(z.string()).default([]),
      leakedSecret: z
        .strictObject({
          rule: z.string(),
          title: z.string(),
          file: z.string(),
          line: z.number(),
        })
        .optional(),
      foundDaysAgo: z.number(),
      tools: z.array(toolSchema).default(['trivy']),
    }),
  ),
});

/** What `fixtures/sampleData/security.yaml` says. */
export type SecurityFixture = z.infer<typeof securitySchema>;
export type Vulnerability = SecurityFixture['vulnerabilities'][string];
export type LeakedSecret = NonNullable<
  SecurityFixture['components'][string]['leakedSecret']
>;
