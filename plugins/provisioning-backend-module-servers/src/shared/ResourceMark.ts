import type {
  CredentialedTarget,
  FoundResource,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import { z } from 'zod';

const markSchema = z.object({
  atriumResource: z.uuid(),
  installationId: z.string().optional(),
  name: z.string(),
  fingerprint: z.string().optional(),
  generation: z.int().optional(),
});

/**
 * What a driver writes on a thing, where the server has room for a text: that it
 * is of this portal, and what was finished last. Without a fingerprint the work
 * was cut short.
 */
export interface ResourceMark {
  resourceId: string;
  /** Absent in a mark that was made before marks had it. */
  installationId?: string;
  /** The name at the provider. */
  name: string;
  fingerprint?: string;
  generation?: number;
}

/** The mark of a target whose work has begun. */
export function newMark({
  resourceId,
  installationId,
  providerName: name,
}: ResourceTarget): ResourceMark {
  return { resourceId, installationId, name };
}

/** Whether a mark is of a resource of this portal. */
export function isMarkOf(
  mark: ResourceMark | undefined,
  { resourceId, installationId }: ResourceTarget,
): mark is ResourceMark {
  return (
    mark?.resourceId === resourceId &&
    (mark.installationId ?? installationId) === installationId
  );
}

/** What a mark says was found. */
export function toFound(mark: ResourceMark): FoundResource {
  const { resourceId, installationId, name: providerName } = mark;
  return { resourceId, installationId, providerName };
}

/**
 * The generation of the passwords that are set then: that of before, where somebody
 * has taken these and the portal has none to set.
 */
export function generationAfter(
  { credentials }: CredentialedTarget,
  before: ResourceMark | undefined,
): number | undefined {
  return credentials ? credentials.generation : before?.generation;
}

/** Whether there will be other passwords than before. */
export function hasOtherPasswords(
  target: CredentialedTarget,
  before: ResourceMark | undefined,
): boolean {
  return generationAfter(target, before) !== before?.generation;
}

export function formatMark({ resourceId, ...more }: ResourceMark): string {
  return JSON.stringify({ atriumResource: resourceId, ...more });
}

/** The mark in a text; undefined where it is the text of somebody else. */
export function parseMark(
  text: string | null | undefined,
): ResourceMark | undefined {
  if (!text?.startsWith('{"atriumResource":')) {
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = markSchema.safeParse(value);
  if (!data) {
    return undefined;
  }
  const { atriumResource, ...more } = data;
  return { resourceId: atriumResource, ...more };
}
