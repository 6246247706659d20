import { entityRefSchema, parseInput } from '@atrium/common';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Which entities may say that objects are theirs. */
export interface ClaimRule {
  /** Patterns of the namespaces and clusters of the objects. */
  namespaces: string[];
  clusters: string[];
  /** What the objects carry. */
  labels: Record<string, string>;
  /** Refs of those who own the entities; empty for anybody. */
  owners: string[];
  /** Patterns of where the files of the entities lie; empty for anywhere. */
  repositories: string[];
}

/** Stands for the namespace of an object. */
export const NAMESPACE_PLACEHOLDER = '{namespace}';
/** Stands for what an object carries as its id. */
export const ID_PLACEHOLDER = '{id}';

const namePattern = z.string().regex(/^[A-Za-z0-9*][A-Za-z0-9*._:@-]*$/);

const ruleSchema = z
  .strictObject({
    namespaces: z.array(namePattern).min(1),
    clusters: z.array(namePattern).min(1).default(['*']),
    labels: z.record(z.string().min(1), z.string()).default({}),
    owners: z.array(entityRefSchema).default([]),
    repositories: z
      .array(
        z
          .string()
          .regex(
            /^[^/\s*{}]+(?:\/(?:[^/\s{}]|\{namespace\}|\{id\})+){2,}$/,
            "must be 'host/owner/name', with '*', '{namespace}' and '{id}' after the host",
          )
          .transform(pattern => pattern.toLocaleLowerCase('en-US')),
      )
      .default([]),
  })
  .refine(
    ({ owners, repositories }) => owners.length + repositories.length > 0,
    "must name 'owners', 'repositories' or both",
  );

/** Reads and checks `workloads.claims`. */
export function readClaimRules(config: Config | undefined): ClaimRule[] {
  try {
    const rules = parseInput(
      z.record(z.string(), ruleSchema),
      config?.getOptional('claims') ?? {},
    );
    return Object.values(rules);
  } catch (error) {
    throw new InputError("'workloads.claims' is not valid", error);
  }
}
