/** The containers of a pod, as far as it tells which of them go on running. */
export interface PodContainers<Container> {
  containers: Container[];
  initContainers?: (Container & { restartPolicy?: string | null })[] | null;
}

/**
 * The containers that run for the life of a pod: its own, and its sidecars.
 *
 * @remarks Kubernetes takes an init container that is always restarted for a
 * sidecar since release 1.29. Other init containers end before the pod begins.
 */
export function runningContainers<Container>({
  containers,
  initContainers,
}: PodContainers<Container>): Container[] {
  const sidecars = (initContainers ?? []).filter(
    ({ restartPolicy }) => restartPolicy === 'Always',
  );
  return [...containers, ...sidecars];
}
