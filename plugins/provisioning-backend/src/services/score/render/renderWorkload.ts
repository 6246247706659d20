import type { FieldIssue } from '@atrium/common/yaml';
import {
  type OrderedContainer,
  orderContainers,
  type ScoreProbe,
  type ScoreWorkload,
} from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import {
  readWorkloadKind,
  renderController,
  SCORE_KUBERNETES_PREFIX,
} from './renderController';
import { renderFiles } from './renderFiles';
import { renderVariables } from './renderVariables';
import { type MountedClaim, renderVolumes } from './renderVolumes';
import { type ScoreOutputs, ScoreScope } from './ScoreScope';
import { shortHash } from './shortHash';

/** What a workload is rendered with. */
export interface RenderWorkloadOptions {
  /** The outputs by the names of the resources, as far as they are there. */
  outputs: ReadonlyMap<string, ScoreOutputs>;
  /** Why resources that have no outputs never will, in words after a comma. */
  hindrances?: ReadonlyMap<string, string>;
  /** The files that the workload names, by `source`; as bytes what is no text. */
  sources?: ReadonlyMap<string, string | Buffer>;
  /** The image of containers that leave it open (`image: .`). */
  image?: string;
  /** Images by container, in the place of what the file says. */
  images?: ReadonlyMap<string, string>;
}

/** A workload as Kubernetes takes it. */
export interface RenderedWorkload {
  manifests: JsonObject[];
  /** Secrets that have to be in the namespace, and their keys. */
  secrets: { name: string; keys: string[] }[];
  /** What it mounts of the namespace without making it. */
  claims: MountedClaim[];
  /** Why it would not run like this. */
  issues: FieldIssue[];
}

const NAME_LABEL = 'app.kubernetes.io/name';
const FILES_HASH_ANNOTATION = 'atrium.dev/files-hash';

/**
 * Renders a workload to Kubernetes manifests: ConfigMaps, a Service where it has
 * ports, and a Deployment or a StatefulSet. No secret is in them.
 */
export function renderWorkload(
  workload: ScoreWorkload,
  options: RenderWorkloadOptions,
): RenderedWorkload {
  const { name, annotations } = workload.metadata;
  const scope = new ScoreScope(workload, options.outputs, options.hindrances);
  const issues: FieldIssue[] = [];
  const labels = {
    [NAME_LABEL]: name,
    'app.kubernetes.io/managed-by': 'atrium',
  };
  const metadata = { name, labels };
  const ordered = orderContainers(workload.containers).containers;
  const rendered = ordered.map(one =>
    renderContainer(one, { ...options, workload, scope, issues }),
  );
  const volumes = new Map(
    rendered.flatMap(one =>
      one.volumes.map(volume => [volume.name, volume] as const),
    ),
  );
  const configMaps = rendered.flatMap(one => one.manifests);
  const initContainers = rendered.filter(one => one.startsFirst);
  const pod: JsonObject = {
    ...(initContainers.length > 0 && {
      initContainers: initContainers.map(one => one.container),
    }),
    containers: rendered
      .filter(one => !one.startsFirst)
      .map(one => one.container),
    ...(volumes.size > 0 && { volumes: [...volumes.values()] }),
  };
  const controller = renderController(readWorkloadKind(annotations, issues), {
    metadata,
    selector: { [NAME_LABEL]: name },
    template: {
      metadata: { labels, ...podAnnotations(annotations, configMaps) },
      spec: pod,
    },
  });
  return {
    manifests: [
      ...configMaps,
      ...renderService(workload, metadata),
      ...controller,
    ],
    secrets: scope.secrets,
    claims: rendered.flatMap(one => one.claims),
    issues,
  };
}

/**
 * Those for the tool that renders the file are not for its pods. Files that are
 * mounted by themselves stay as they were when a pod started, so that other files
 * have to make other pods.
 */
function podAnnotations(
  annotations: ScoreWorkload['metadata']['annotations'],
  configMaps: JsonObject[],
): JsonObject {
  const kept = Object.fromEntries([
    ...Object.entries(annotations ?? {}).filter(
      ([name]) => !name.startsWith(SCORE_KUBERNETES_PREFIX),
    ),
    ...(configMaps.length > 0
      ? [[FILES_HASH_ANNOTATION, shortHash(JSON.stringify(configMaps))]]
      : []),
  ]);
  return Object.keys(kept).length > 0 ? { annotations: kept } : {};
}

interface RenderContainerOptions extends RenderWorkloadOptions {
  workload: ScoreWorkload;
  scope: ScoreScope;
  issues: FieldIssue[];
}

function renderContainer(
  { name, container, ready }: OrderedContainer,
  { workload, scope, issues, image, images, sources }: RenderContainerOptions,
) {
  const path = ['containers', name];
  const files = renderFiles(container, {
    prefix: `${workload.metadata.name}-${name}`,
    scope,
    sources: sources ?? new Map(),
    path,
    found: issues,
  });
  const volumes = renderVolumes(container, { workload, path, found: issues });
  const env = renderVariables(container, scope, { path, found: issues });
  const mounts = [...volumes.mounts, ...files.mounts];
  const chosen =
    images?.get(name) ?? (container.image === '.' ? image : container.image);
  if (chosen === undefined) {
    issues.push({
      path: [...path, 'image'],
      message: "is '.', so the image has to be named where it is rendered",
    });
  }
  const { command, args, livenessProbe, readinessProbe, resources } = container;
  const rendered: JsonObject = {
    name,
    image: chosen ?? '.',
    ...(command && { command }),
    ...(args && { args }),
    ...(env.length > 0 && { env }),
    ...(resources && { resources }),
    ...(mounts.length > 0 && { volumeMounts: mounts }),
    ...renderReady({ container, ready }),
    ...(livenessProbe && { livenessProbe: renderProbe(livenessProbe) }),
    ...(readinessProbe && { readinessProbe: renderProbe(readinessProbe) }),
  };
  return {
    container: rendered,
    startsFirst: ready !== undefined,
    manifests: files.manifests,
    volumes: [...volumes.volumes, ...files.volumes],
    claims: volumes.claims,
  };
}

/**
 * What others wait for is an init container: until it ends, or, with a restart
 * policy of its own, until it has started. It counts as started once its startup
 * probe succeeds.
 */
function renderReady({
  container,
  ready,
}: Pick<OrderedContainer, 'container' | 'ready'>): JsonObject {
  const probe = container.readinessProbe ?? container.livenessProbe;
  switch (ready) {
    case undefined:
    case 'complete':
      return {};
    case 'started':
      return { restartPolicy: 'Always' };
    case 'healthy':
      return {
        restartPolicy: 'Always',
        ...(probe && { startupProbe: renderProbe(probe) }),
      };
    default:
      throw new Error(`No such readiness: ${ready satisfies never}`);
  }
}

/** Kubernetes takes one way to probe; as score-k8s does, HTTP goes first. */
function renderProbe({ httpGet, exec }: ScoreProbe): JsonObject {
  return httpGet ? { httpGet } : { exec: exec ?? { command: [] } };
}

function renderService(
  { service }: ScoreWorkload,
  metadata: { name: string; labels: Record<string, string> },
): JsonObject[] {
  const ports = Object.entries(service?.ports ?? {})
    .map(([name, { port, protocol, targetPort }]) => ({
      name,
      port,
      protocol,
      targetPort: targetPort ?? port,
    }))
    .toSorted(
      (one, other) =>
        Number(one.name > other.name) - Number(one.name < other.name),
    );
  return ports.length === 0
    ? []
    : [
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata,
          spec: { selector: { [NAME_LABEL]: metadata.name }, ports },
        },
      ];
}
