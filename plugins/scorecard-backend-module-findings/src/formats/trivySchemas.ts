import { z } from 'zod';

const text = z.string().nullish();

const cvss = z.object({
  V2Vector: text,
  V2Score: z.number().nullish(),
  V3Vector: text,
  V3Score: z.number().nullish(),
  V40Vector: text,
  V40Score: z.number().nullish(),
});

/** An entry of `Vulnerabilities`. */
export const trivyVulnerabilitySchema = z.object({
  VulnerabilityID: z.string().min(1),
  VendorIDs: z.array(z.string()).nullish().catch(undefined),
  PkgName: text,
  PkgPath: text,
  PkgIdentifier: z.object({ PURL: text }).nullish(),
  InstalledVersion: text,
  FixedVersion: text,
  PrimaryURL: text,
  SeveritySource: text,
  Title: text,
  Description: text,
  Severity: text,
  CVSS: z.record(z.string(), cvss).nullish().catch(undefined),
});

/** An entry of `Vulnerabilities`. */
export type TrivyVulnerability = z.infer<typeof trivyVulnerabilitySchema>;

/** An entry of `Misconfigurations`. */
export const trivyMisconfigurationSchema = z.object({
  ID: z.string().min(1),
  Title: text,
  Message: text,
  Resolution: text,
  Severity: text,
  PrimaryURL: text,
  Status: text,
  CauseMetadata: z.object({ StartLine: z.number().nullish() }).nullish(),
});

/** An entry of `Misconfigurations`. */
export type TrivyMisconfiguration = z.infer<typeof trivyMisconfigurationSchema>;

/** An entry of `Secrets`. `Match` is its line, with the secret masked. */
export const trivySecretSchema = z.object({
  RuleID: z.string().min(1),
  Title: text,
  Severity: text,
  StartLine: z.number().nullish(),
  Match: text.catch(undefined),
});

/** An entry of `Secrets`. */
export type TrivySecret = z.infer<typeof trivySecretSchema>;

/** An entry of `Licenses`. */
export const trivyLicenseSchema = z.object({
  Name: z.string().min(1),
  PkgName: text,
  FilePath: text,
  Severity: text,
  Link: text,
});

/** An entry of `Licenses`. */
export type TrivyLicense = z.infer<typeof trivyLicenseSchema>;

/** An entry of `ExperimentalModifiedFindings`: what is ignored, or by VEX not so. */
export const trivyModifiedSchema = z.object({
  Type: z.string(),
  Status: z.string(),
  Statement: text,
  Finding: z.unknown(),
});
