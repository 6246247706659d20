import { z } from 'zod';
import { instantSchema } from '../objects';
import { githubWebhookRepositorySchema } from './githubWebhooks';

const text = z.string().nullish();

const alert = z.object({
  number: z.number(),
  html_url: text,
  created_at: instantSchema,
  updated_at: instantSchema.nullish(),
  dismissed_reason: text,
  dismissed_comment: text,
});

const cvss = z.object({ vector_string: text, score: z.number().nullish() });

/** A vulnerability of a package that Dependabot found. */
export const githubDependabotAlertSchema = alert.extend({
  state: z.enum(['open', 'fixed', 'dismissed', 'auto_dismissed']),
  dependency: z.object({
    package: z.object({ ecosystem: z.string(), name: z.string() }),
    manifest_path: text,
  }),
  security_advisory: z.object({
    ghsa_id: z.string(),
    cve_id: text,
    summary: text,
    description: text,
    severity: text,
    cvss: cvss.nullish(),
    cvss_severities: z
      .object({ cvss_v3: cvss.nullish(), cvss_v4: cvss.nullish() })
      .nullish(),
  }),
  security_vulnerability: z.object({
    severity: text,
    first_patched_version: z.object({ identifier: z.string() }).nullish(),
  }),
});

/** A vulnerability of a package that Dependabot found. */
export type GithubDependabotAlert = z.infer<typeof githubDependabotAlertSchema>;

/** A weakness that CodeQL or another tool told code scanning. */
export const githubCodeScanningAlertSchema = alert.extend({
  // Webhooks have null for one whose instances are all gone.
  state: z
    .enum(['open', 'fixed', 'dismissed', 'closed'])
    .nullish()
    .transform(state => state ?? 'closed'),
  rule: z.object({
    id: z.string(),
    name: text,
    severity: text,
    security_severity_level: text,
    description: text,
    tags: z.array(z.string()).nullish(),
    help_uri: text,
  }),
  tool: z.object({ name: text }),
  most_recent_instance: z
    .object({
      commit_sha: text,
      message: z.object({ text }).nullish(),
      location: z
        .object({ path: text, start_line: z.number().nullish() })
        .nullish(),
    })
    .nullish(),
});

/** A weakness that CodeQL or another tool told code scanning. */
export type GithubCodeScanningAlert = z.infer<
  typeof githubCodeScanningAlertSchema
>;

/** A leaked secret, without its text, which the answer may well have. */
export const githubSecretScanningAlertSchema = z.object({
  number: z.number(),
  html_url: text,
  created_at: instantSchema,
  updated_at: instantSchema.nullish(),
  state: z
    .enum(['open', 'resolved'])
    .nullish()
    .transform(state => state ?? 'open'),
  resolution: text,
  resolved_at: instantSchema.nullish(),
  secret_type: z.string(),
  secret_type_display_name: text,
  // Of a wiki it is the place in another repository, which `page_url` tells.
  first_location_detected: z
    .object({ path: text, start_line: z.number().nullish(), page_url: text })
    .nullish()
    .catch(undefined),
});

/** A leaked secret, without its text. */
export type GithubSecretScanningAlert = z.infer<
  typeof githubSecretScanningAlertSchema
>;

const event = z.object({
  action: z.string(),
  repository: githubWebhookRepositorySchema,
});

/** The bodies of the webhooks about alerts, by event. */
export const githubAlertWebhookSchemas = {
  dependabot_alert: event.extend({ alert: githubDependabotAlertSchema }),
  code_scanning_alert: event.extend({
    alert: githubCodeScanningAlertSchema,
    ref: text,
    commit_oid: text,
  }),
  secret_scanning_alert: event.extend({
    alert: githubSecretScanningAlertSchema,
  }),
} as const;

/** An event about alerts. */
export type GithubAlertEvent = keyof typeof githubAlertWebhookSchemas;
