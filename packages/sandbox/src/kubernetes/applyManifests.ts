import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import type { ManifestFile } from '../manifests.ts';
import { toManagedFields } from './fieldManagers.ts';
import type { FieldManager } from './fieldManagers.ts';
import type { ManifestOverrides } from './ManifestOverrides.ts';
import { manifestSchema, plainManifestSchema } from './manifestSchemas.ts';
import type { Manifest, ManifestOf, PlainManifest } from './manifestSchemas.ts';
import { isObject } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';
import { applyStrategicPatch } from './patches.ts';
import { withCanonicalQuantities } from './quantities.ts';
import { handApplied } from './readHandApplied.ts';
import { apiVersionOf, isWritten, ResourceTypes } from './ResourceTypes.ts';

/** A manifest that was accepted, with its defaults filled in. */
export interface Applied<AppliedManifest = Manifest> {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Who wrote it, once somebody wrote through the API. */
  managedFields?: Json;
  /** Whether it is not what its repository says. */
  isDrifted?: boolean;
  manifest: AppliedManifest;
}

/** What an object is to be, as it was written. */
export interface AppliedDocument {
  document: JsonObject;
  /** What the repository says, where one has the object. */
  base?: string;
  /** Absent while only the repository has been applied. */
  managers?: FieldManager[];
}

export interface ManifestProblem {
  repository: string;
  path: string;
  message: string;
  /** Where the repository deploys to, as far as its other manifests tell. */
  namespace: string;
}

/** Where GitOps operators get the manifests from. */
export interface GitOrigin {
  gitUrl: string;
  owner: string;
  /** What is deployed, by repository. */
  commits: ReadonlyMap<string, string>;
}

export interface AppliedManifests {
  types: ResourceTypes;
  /** What controllers act on. */
  objects: Applied<Manifest>[];
  others: Applied<PlainManifest>[];
  /** By {@link documentKey}. */
  documents: Map<string, AppliedDocument>;
  problems: ManifestProblem[];
  /** Set where operators show their own objects, too. */
  origin?: GitOrigin;
}

/** Says which file of which repository an object came from. */
export const sourceAnnotation = 'sandbox.atrium.dev/source';

/** What kubectl keeps of a manifest on the object that it made of it. */
const lastAppliedAnnotation =
  'kubectl.kubernetes.io/last-applied-configuration';

/** What tells objects apart, whatever version of their group they are in. */
export function documentKey(object: {
  kind: string;
  namespace?: string;
  name: string;
}): string {
  return `${object.kind}/${object.namespace ?? ''}/${object.name}`;
}

/** A manifest that is not one of its kind; says which field is wrong. */
export class InvalidManifest extends Error {
  readonly field: string;
  readonly problem: string;

  constructor(label: string, { path, message }: z.core.$ZodIssue) {
    const field = path.join('.');
    super(`${label} is not valid: ${field || 'the document'}: ${message}`);
    this.field = field;
    this.problem = message;
  }
}

const actedOnKinds = new Set<string>(
  manifestSchema.options.map(({ shape }) => shape.kind.value),
);

/**
 * A manifest that controllers act on; undefined for others, of which every one
 * is taken.
 *
 * @throws InvalidManifest
 */
export function parseManifest(document: unknown): Manifest | undefined {
  const { kind, metadata } = parse(plainManifestSchema, document, 'object');
  return actedOnKinds.has(kind)
    ? parse(manifestSchema, document, `${kind} '${metadata.name}'`)
    : undefined;
}

/** Whether it is one of those that controllers act on. */
export function isOfKind<Kind extends Manifest['kind']>(
  object: Applied,
  kind: Kind,
): object is Applied<ManifestOf<Kind>> {
  return object.manifest.kind === kind;
}

/**
 * Reads manifests as a GitOps operator would: what cannot be applied is left
 * out and reported, and never keeps the rest from being applied.
 */
export function applyManifests(
  files: ManifestFile[],
  overrides?: ManifestOverrides,
): AppliedManifests {
  const problems: ManifestProblem[] = [];
  const namespaces = new Map<string, string>();
  const report = ({ repository, path }: ManifestFile, message: string) =>
    problems.push({ repository, path, message, namespace: 'default' });
  const documents = [...files]
    .sort((a, b) => fileName(a).localeCompare(fileName(b)))
    .flatMap(file =>
      readDocuments(file.content, message => report(file, message)).map(
        document => ({ file, document }),
      ),
    );
  const applied: AppliedManifests = {
    types: new ResourceTypes([
      ...documents.map(({ document }) => document),
      ...(overrides?.documents() ?? []),
    ]),
    objects: [],
    others: [],
    documents: new Map(),
    problems,
  };
  const owners = new Map<string, string>();
  for (const { file, document } of documents) {
    try {
      const place = applyDocument(document, {
        file,
        applied,
        owners,
        overrides,
      });
      namespaces.set(file.repository, place);
    } catch (error) {
      report(file, error instanceof Error ? error.message : String(error));
    }
  }
  for (const document of overrides?.takeOthers(new Set(owners.keys())) ?? []) {
    applyDocument(document, { applied, owners, overrides });
  }
  for (const problem of problems) {
    problem.namespace = namespaces.get(problem.repository) ?? 'default';
  }
  return applied;
}

interface ApplyContext {
  /** Missing where it was written through the API. */
  file?: ManifestFile;
  applied: AppliedManifests;
  /** Which file holds an object, by the key of the object. */
  owners: Map<string, string>;
  overrides?: ManifestOverrides;
}

/** Answers the namespace that something was applied to. */
function applyDocument(written: Json, context: ApplyContext): string {
  const { file, applied, owners, overrides } = context;
  const { apiVersion, kind, metadata } = parse(
    plainManifestSchema,
    written,
    'object',
  );
  const [, group = ''] = apiVersion.split('/').reverse();
  const type = applied.types.ofKind(kind, group);
  if (!type || !isWritten(type)) {
    throw new Error(
      kind === 'Secret'
        ? 'secrets are not taken from a repository'
        : `kind '${kind}' of '${apiVersion}' is not applied in this cluster`,
    );
  }
  const { name } = metadata;
  const namespace = type.isNamespaced ? metadata.namespace ?? 'default' : '';
  const key = documentKey({ kind, namespace, name });
  const owner = owners.get(key);
  if (owner) {
    throw new Error(`${kind} '${name}' is already defined by ${owner}`);
  }
  owners.set(key, file ? fileName(file) : handApplied);

  const said: JsonObject = {
    ...(isObject(written) && withCanonicalQuantities(written)),
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        ...(file && file.repository !== handApplied
          ? { [sourceAnnotation]: fileName(file) }
          : { [lastAppliedAnnotation]: JSON.stringify(written) }),
      },
    },
  };
  const base = file && JSON.stringify(written);
  const override =
    base === undefined
      ? overrides?.get(key)
      : overrides?.find(key, { base, document: said });
  if (override && !override.document) {
    return namespace || name;
  }
  const document = override?.document ?? said;
  const plain = parse(plainManifestSchema, document, 'object');
  const manifest = parseManifest(document);
  applied.documents.set(key, { document, base, managers: override?.managers });
  const object = {
    name,
    namespace,
    labels: plain.metadata.labels ?? {},
    annotations: plain.metadata.annotations ?? {},
    ...(override && {
      managedFields: toManagedFields(override.managers),
      isDrifted: !isDeepStrictEqual(
        applyStrategicPatch(document, said),
        document,
      ),
    }),
  };
  if (manifest) {
    applied.objects.push({ ...object, manifest });
  } else {
    applied.others.push({
      ...object,
      manifest: { ...plain, apiVersion: apiVersionOf(type) },
    });
  }
  return namespace || name;
}

function readDocuments(
  content: string,
  report: (message: string) => void,
): Json[] {
  return parseAllDocuments(content).flatMap((document): Json[] => {
    try {
      const [error] = document.errors;
      if (error) {
        throw error;
      }
      const value: Json = document.toJS() ?? null;
      return isObject(value) &&
        value.kind === 'List' &&
        Array.isArray(value.items)
        ? value.items
        : [value].filter(each => each !== null);
    } catch (error) {
      const { message } =
        error instanceof Error ? error : { message: `${error}` };
      report(`is not valid YAML: ${message.split('\n', 1)[0]}`);
      return [];
    }
  });
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  label: string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  throw new InvalidManifest(label, result.error.issues[0]);
}

function fileName(file: ManifestFile) {
  return `${file.repository}/${file.path}`;
}
