import { parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import type { ManifestFile } from '../manifests.ts';
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
import { apiVersionOf, findTypeOfKind } from './resourceCatalog.ts';

/** A manifest that was accepted, with its defaults filled in. */
export interface Applied<Manifest> {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  manifest: Manifest;
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
  deployments: Applied<DeploymentManifest>[];
  statefulSets: Applied<StatefulSetManifest>[];
  daemonSets: Applied<DaemonSetManifest>[];
  jobs: Applied<JobManifest>[];
  cronJobs: Applied<CronJobManifest>[];
  services: Applied<ServiceManifest>[];
  ingresses: Applied<IngressManifest>[];
  autoscalers: Applied<AutoscalerManifest>[];
  others: Applied<PlainManifest>[];
  problems: ManifestProblem[];
  /** Set where operators show their own objects, too. */
  origin?: GitOrigin;
}

/** Says which file of which repository an object came from. */
export const sourceAnnotation = 'sandbox.atrium.dev/source';

/** What kubectl keeps of a manifest on the object that it made of it. */
const lastAppliedAnnotation =
  'kubectl.kubernetes.io/last-applied-configuration';

/** Read by the derivation; nobody stores these. */
const derivedKinds = new Set([
  'Pod',
  'ReplicaSet',
  'Endpoints',
  'EndpointSlice',
  'Event',
  'Node',
  'PersistentVolume',
  'Application',
  'Kustomization',
  'HelmRelease',
]);

/**
 * Reads manifests as a GitOps operator would: what cannot be applied is left
 * out and reported, and never keeps the rest from being applied.
 */
export function applyManifests(files: ManifestFile[]): AppliedManifests {
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
    problems: [],
  };
  const owners = new Map<string, string>();
  const namespaces = new Map<string, string>();
  const sorted = [...files].sort((a, b) =>
    fileName(a).localeCompare(fileName(b)),
  );

  for (const file of sorted) {
    const report = (message: string) =>
      applied.problems.push({
        repository: file.repository,
        path: file.path,
        message,
        namespace: 'default',
      });
    for (const document of readDocuments(file.content, report)) {
      try {
        const object = applyDocument(document, { file, applied, owners });
        if (object) {
          namespaces.set(file.repository, object.namespace);
        }
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
      }
    }
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
}

function applyDocument(
  document: unknown,
  context: ApplyContext,
): { namespace: string } | undefined {
  const { file, applied, owners } = context;
  const manifest = parse(plainManifestSchema, document, 'object');
  const { apiVersion, kind } = manifest;
  const group = apiVersion.includes('/') ? apiVersion.split('/', 1)[0] : '';
  if (group === 'kustomize.config.k8s.io') {
    return undefined;
  }
  const type = findTypeOfKind(kind, group);
  if (!type || derivedKinds.has(kind)) {
    throw new Error(
      `kind '${kind}' of '${apiVersion}' is not applied in this cluster`,
    );
  }
  if (kind === 'Secret') {
    throw new Error('secrets are not taken from a repository');
  }
  const { name } = manifest.metadata;
  const namespace = type.isNamespaced
    ? manifest.metadata.namespace ?? 'default'
    : '';
  const key = `${kind}/${namespace}/${name}`;
  const owner = owners.get(key);
  if (owner) {
    throw new Error(`${kind} '${name}' is already defined by ${owner}`);
  }

  const base = {
    name,
    namespace,
    labels: manifest.metadata.labels ?? {},
    annotations: {
      ...manifest.metadata.annotations,
      ...(file.repository === handApplied
        ? { [lastAppliedAnnotation]: JSON.stringify(document) }
        : { [sourceAnnotation]: fileName(file) }),
    },
  };
  const label = `${kind} '${name}'`;
  switch (kind) {
    case 'Deployment': {
      const parsed = parse(manifestSchemas.Deployment, document, label);
      applied.deployments.push({ ...base, manifest: parsed });
      break;
    }
    case 'StatefulSet': {
      const parsed = parse(manifestSchemas.StatefulSet, document, label);
      applied.statefulSets.push({ ...base, manifest: parsed });
      break;
    }
    case 'DaemonSet': {
      const parsed = parse(manifestSchemas.DaemonSet, document, label);
      applied.daemonSets.push({ ...base, manifest: parsed });
      break;
    }
    case 'Job': {
      const parsed = parse(manifestSchemas.Job, document, label);
      applied.jobs.push({ ...base, manifest: parsed });
      break;
    }
    case 'CronJob': {
      const parsed = parse(manifestSchemas.CronJob, document, label);
      applied.cronJobs.push({ ...base, manifest: parsed });
      break;
    }
    case 'Service': {
      const parsed = parse(manifestSchemas.Service, document, label);
      applied.services.push({ ...base, manifest: parsed });
      break;
    }
    case 'Ingress': {
      const parsed = parse(manifestSchemas.Ingress, document, label);
      applied.ingresses.push({ ...base, manifest: parsed });
      break;
    }
    case 'HorizontalPodAutoscaler': {
      const schema = manifestSchemas.HorizontalPodAutoscaler;
      const parsed = parse(schema, document, label);
      applied.autoscalers.push({ ...base, manifest: parsed });
      break;
    }
    default:
      applied.others.push({
        ...base,
        manifest: { ...manifest, apiVersion: apiVersionOf(type) },
      });
  }
  owners.set(key, fileName(file));
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
  throw new Error(
    `${label} is not valid: ${issue.path.join('.') || 'the document'}: ${
      issue.message
    }`,
  );
}

function fileName(file: ManifestFile) {
  return `${file.repository}/${file.path}`;
}
