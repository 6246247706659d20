import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import type { ManifestFile } from '../manifests.ts';
import { toManagedFields } from './fieldManagers.ts';
import type { FieldManager } from './fieldManagers.ts';
import type { ManifestOverrides } from './ManifestOverrides.ts';
import { isObject } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';
import { handApplied } from './readHandApplied.ts';
import { manifestSchemas, plainManifestSchema } from './manifestSchemas.ts';
import type {
  AutoscalerManifest,
  CronJobManifest,
  DaemonSetManifest,
  DeploymentManifest,
  IngressManifest,
  JobManifest,
  PlainManifest,
  ServiceManifest,
  StatefulSetManifest,
} from './manifestSchemas.ts';
import { applyStrategicPatch } from './patches.ts';
import { withCanonicalQuantities } from './quantities.ts';
import { apiVersionOf, findTypeOfKind, isWritten } from './resourceCatalog.ts';

/** A manifest that was accepted, with its defaults filled in. */
export interface Applied<Manifest> {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Who wrote it, once somebody wrote through the API. */
  managedFields?: Json;
  /** Whether it is not what its repository says. */
  isDrifted?: boolean;
  manifest: Manifest;
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
  /** The field that is wrong, where it is one. */
  field?: string;
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
  deployments: Applied<DeploymentManifest>[];
  statefulSets: Applied<StatefulSetManifest>[];
  daemonSets: Applied<DaemonSetManifest>[];
  jobs: Applied<JobManifest>[];
  cronJobs: Applied<CronJobManifest>[];
  services: Applied<ServiceManifest>[];
  ingresses: Applied<IngressManifest>[];
  autoscalers: Applied<AutoscalerManifest>[];
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

/** Stands for the file of what was written through the API. */
const requestsPath = 'requests';

/** What tells objects apart, whatever version of their group they are in. */
export function documentKey(object: {
  kind: string;
  namespace?: string;
  name: string;
}): string {
  return `${object.kind}/${object.namespace ?? ''}/${object.name}`;
}

/**
 * Reads manifests as a GitOps operator would: what cannot be applied is left
 * out and reported, and never keeps the rest from being applied.
 */
export function applyManifests(
  files: ManifestFile[],
  overrides?: ManifestOverrides,
): AppliedManifests {
  const applied: AppliedManifests = {
    deployments: [],
    statefulSets: [],
    daemonSets: [],
    jobs: [],
    cronJobs: [],
    services: [],
    ingresses: [],
    autoscalers: [],
    others: [],
    documents: new Map(),
    problems: [],
  };
  const owners = new Map<string, string>();
  const namespaces = new Map<string, string>();
  const sorted = [...files].sort((a, b) =>
    fileName(a).localeCompare(fileName(b)),
  );

  for (const file of sorted) {
    const report = (message: string, field?: string) =>
      applied.problems.push({
        repository: file.repository,
        path: file.path,
        message,
        field,
        namespace: 'default',
      });
    for (const document of readDocuments(file.content, report)) {
      try {
        const object = applyDocument(document, {
          file,
          applied,
          owners,
          overrides,
        });
        if (object) {
          namespaces.set(file.repository, object.namespace);
        }
      } catch (error) {
        report(
          error instanceof Error ? error.message : String(error),
          error instanceof InvalidManifest ? error.field : undefined,
        );
      }
    }
  }

  const byHand = { repository: handApplied, path: requestsPath, content: '' };
  for (const [, document] of overrides?.takeOthers(new Set(owners.keys())) ??
    []) {
    applyDocument(document, { file: byHand, applied, owners, overrides });
  }

  for (const problem of applied.problems) {
    problem.namespace = namespaces.get(problem.repository) ?? 'default';
  }
  return applied;
}

interface ApplyContext {
  file: ManifestFile;
  applied: AppliedManifests;
  /** Which file holds an object, by the key of the object. */
  owners: Map<string, string>;
  overrides?: ManifestOverrides;
}

function applyDocument(
  written: unknown,
  context: ApplyContext,
): { namespace: string } | undefined {
  const { file, applied, owners, overrides } = context;
  const { apiVersion, kind, metadata } = parse(
    plainManifestSchema,
    written,
    'object',
  );
  const group = apiVersion.includes('/') ? apiVersion.split('/', 1)[0] : '';
  if (group === 'kustomize.config.k8s.io') {
    return undefined;
  }
  const type = findTypeOfKind(kind, group);
  if (!type || (kind !== 'Secret' && !isWritten(type))) {
    throw new Error(
      `kind '${kind}' of '${apiVersion}' is not applied in this cluster`,
    );
  }
  if (kind === 'Secret') {
    throw new Error('secrets are not taken from a repository');
  }
  const { name } = metadata;
  const namespace = type.isNamespaced ? metadata.namespace ?? 'default' : '';
  const key = documentKey({ kind, namespace, name });
  const owner = owners.get(key);
  if (owner) {
    throw new Error(`${kind} '${name}' is already defined by ${owner}`);
  }
  owners.set(key, fileName(file));

  const said: JsonObject = {
    ...(isObject(written) && withCanonicalQuantities(written)),
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        ...(file.repository === handApplied
          ? { [lastAppliedAnnotation]: JSON.stringify(written) }
          : { [sourceAnnotation]: fileName(file) }),
      },
    },
  };
  const base = file.path === requestsPath ? undefined : JSON.stringify(written);
  const override =
    base === undefined
      ? overrides?.get(key)
      : overrides?.find(key, { base, document: said });
  if (override && !override.document) {
    return { namespace: namespace || name };
  }
  const document = override?.document ?? said;
  const manifest = parse(plainManifestSchema, document, 'object');
  applied.documents.set(key, { document, base, managers: override?.managers });
  const common = {
    name,
    namespace,
    labels: manifest.metadata.labels ?? {},
    annotations: manifest.metadata.annotations ?? {},
    ...(override && {
      managedFields: toManagedFields(override.managers),
      isDrifted: !isDeepStrictEqual(
        applyStrategicPatch(document, said),
        document,
      ),
    }),
  };
  const label = `${kind} '${name}'`;
  switch (kind) {
    case 'Deployment': {
      const parsed = parse(manifestSchemas.Deployment, document, label);
      applied.deployments.push({ ...common, manifest: parsed });
      break;
    }
    case 'StatefulSet': {
      const parsed = parse(manifestSchemas.StatefulSet, document, label);
      applied.statefulSets.push({ ...common, manifest: parsed });
      break;
    }
    case 'DaemonSet': {
      const parsed = parse(manifestSchemas.DaemonSet, document, label);
      applied.daemonSets.push({ ...common, manifest: parsed });
      break;
    }
    case 'Job': {
      const parsed = parse(manifestSchemas.Job, document, label);
      applied.jobs.push({ ...common, manifest: parsed });
      break;
    }
    case 'CronJob': {
      const parsed = parse(manifestSchemas.CronJob, document, label);
      applied.cronJobs.push({ ...common, manifest: parsed });
      break;
    }
    case 'Service': {
      const parsed = parse(manifestSchemas.Service, document, label);
      applied.services.push({ ...common, manifest: parsed });
      break;
    }
    case 'Ingress': {
      const parsed = parse(manifestSchemas.Ingress, document, label);
      applied.ingresses.push({ ...common, manifest: parsed });
      break;
    }
    case 'HorizontalPodAutoscaler': {
      const schema = manifestSchemas.HorizontalPodAutoscaler;
      const parsed = parse(schema, document, label);
      applied.autoscalers.push({ ...common, manifest: parsed });
      break;
    }
    default:
      applied.others.push({
        ...common,
        manifest: { ...manifest, apiVersion: apiVersionOf(type) },
      });
  }
  return { namespace: namespace || name };
}

function* readDocuments(
  content: string,
  report: (message: string) => void,
): Generator<unknown> {
  const documents = parseAllDocuments(content);
  for (const document of documents) {
    if (document.errors.length > 0) {
      const [{ message }] = document.errors;
      report(`is not valid YAML: ${message.split('\n', 1)[0]}`);
      continue;
    }
    let value: unknown;
    try {
      value = document.toJS();
    } catch (error) {
      report(`is not valid YAML: ${error}`);
      continue;
    }
    if (value === null || value === undefined) {
      continue;
    }
    if (isList(value)) {
      yield* value.items;
    } else {
      yield value;
    }
  }
}

function isList(value: unknown): value is { items: unknown[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'List' &&
    'items' in value &&
    Array.isArray(value.items)
  );
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
  const [issue] = result.error.issues;
  const field = issue.path.join('.');
  throw new InvalidManifest(
    `${label} is not valid: ${field || 'the document'}: ${issue.message}`,
    field,
  );
}

class InvalidManifest extends Error {
  readonly field: string;

  constructor(message: string, field: string) {
    super(message);
    this.field = field;
  }
}

function fileName(file: ManifestFile) {
  return `${file.repository}/${file.path}`;
}
