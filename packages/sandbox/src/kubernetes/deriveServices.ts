import type { Applied } from './applyManifests.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { isPodReady } from './deriveDeployments.ts';
import type { DerivedPod } from './derivePods.ts';
import { ownedBy } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { IngressManifest, ServiceManifest } from './manifestSchemas.ts';
import { seededInteger, seededSuffix, seededUid } from './seed.ts';

const ingressAddress = '203.0.113.24';

/** A Service with the Endpoints and the EndpointSlice that belong to it. */
export function deriveService(
  builder: ClusterBuilder,
  object: Applied<ServiceManifest>,
) {
  const { name, namespace, manifest } = object;
  const { spec } = manifest;
  const clusterIP =
    spec.clusterIP ??
    builder.addresses.take('10.96', `Service/${namespace}/${name}`);
  const isExternal = spec.type === 'LoadBalancer';
  const ports = spec.ports.map(port => ({
    ...port,
    targetPort: port.targetPort ?? port.port,
    ...(spec.type !== 'ClusterIP' && {
      nodePort: seededInteger(
        `node-port:${namespace}/${name}/${port.port}`,
        30_000,
        32_767,
      ),
    }),
  }));
  const service: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: builder.metadataOf(object),
    spec: {
      ...spec,
      ports,
      ...(spec.type !== 'ExternalName' && {
        clusterIP,
        clusterIPs: [clusterIP],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
      }),
      internalTrafficPolicy: 'Cluster',
      sessionAffinity: spec.sessionAffinity ?? 'None',
    },
    status: {
      loadBalancer: isExternal
        ? { ingress: [{ ip: `203.0.113.${seededInteger(name, 30, 250)}` }] }
        : {},
    },
  };
  builder.add(service);
  if (spec.selector && Object.keys(spec.selector).length > 0) {
    addEndpoints(builder, service, { selector: spec.selector, ports });
  }
}

interface EndpointsOptions {
  selector: Record<string, string>;
  ports: {
    name?: string;
    port: number;
    targetPort: string | number;
    protocol: string;
  }[];
}

function addEndpoints(
  builder: ClusterBuilder,
  service: KubernetesObject,
  options: EndpointsOptions,
) {
  const { name, namespace = 'default', labels } = service.metadata;
  const pods = builder.pods.filter(
    pod =>
      pod.metadata.namespace === namespace &&
      pod.status.podIP !== undefined &&
      pod.status.phase === 'Running' &&
      Object.entries(options.selector).every(
        ([key, value]) => pod.metadata.labels?.[key] === value,
      ),
  );
  const ports = options.ports.map(port => ({
    ...(port.name && { name: port.name }),
    port: resolvePort(pods, port.targetPort) ?? port.port,
    protocol: port.protocol,
  }));
  const addressOf = (pod: DerivedPod) => ({
    ip: pod.status.podIP,
    nodeName: pod.spec.nodeName,
    targetRef: targetRef(pod),
  });
  const ready = pods.filter(isPodReady);
  const unready = pods.filter(pod => !isPodReady(pod));

  builder.add({
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: {
      name,
      namespace,
      uid: seededUid(`Endpoints/${namespace}/${name}`),
      creationTimestamp: service.metadata.creationTimestamp,
      labels: {
        ...labels,
        'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
      },
    },
    subsets:
      pods.length === 0
        ? []
        : [
            {
              ...(ready.length > 0 && { addresses: ready.map(addressOf) }),
              ...(unready.length > 0 && {
                notReadyAddresses: unready.map(addressOf),
              }),
              ports,
            },
          ],
  });

  const sliceName = `${name}-${seededSuffix(`slice:${namespace}/${name}`)}`;
  builder.add({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: sliceName,
      generateName: `${name}-`,
      namespace,
      uid: seededUid(`EndpointSlice/${namespace}/${sliceName}`),
      creationTimestamp: service.metadata.creationTimestamp,
      labels: {
        ...labels,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
        'kubernetes.io/service-name': name,
      },
      ownerReferences: ownedBy(service),
    },
    addressType: 'IPv4',
    ports,
    endpoints: pods.map(pod => ({
      addresses: [pod.status.podIP],
      conditions: {
        ready: isPodReady(pod),
        serving: isPodReady(pod),
        terminating: false,
      },
      nodeName: pod.spec.nodeName,
      targetRef: targetRef(pod),
    })),
  });
}

function resolvePort(pods: DerivedPod[], target: string | number) {
  if (typeof target === 'number') {
    return target;
  }
  for (const pod of pods) {
    for (const container of pod.spec.containers) {
      const port = container.ports?.find(({ name }) => name === target);
      if (port) {
        return port.containerPort;
      }
    }
  }
  return undefined;
}

function targetRef(pod: DerivedPod) {
  return {
    kind: 'Pod',
    name: pod.metadata.name,
    namespace: pod.metadata.namespace,
    uid: pod.metadata.uid,
  };
}

export function deriveIngress(
  builder: ClusterBuilder,
  object: Applied<IngressManifest>,
) {
  builder.add({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: builder.metadataOf(object, 1),
    spec: object.manifest.spec,
    status: { loadBalancer: { ingress: [{ ip: ingressAddress }] } },
  });
}
