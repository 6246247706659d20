import { saveFile } from '@atrium/ui';
import { useSloMutation } from './sloHooks';

/** Saves an SLO as a file: as OpenSLO, or as rules for Prometheus. */
export function useSloExport({ id, name }: { id: string; name: string }) {
  const openSlo = useSloMutation(
    async api => saveYaml(`${name}.slo.yaml`, await api.exportOpenSlo(id)),
    { invalidates: false },
  );
  const rules = useSloMutation(
    async api => {
      const { yaml, notConverted } = await api.exportPrometheusRules(id);
      const fileName = `${name}.rules.yaml`;
      saveYaml(fileName, yaml);
      return { fileName, notConverted };
    },
    { invalidates: false },
  );
  return { openSlo, rules };
}

function saveYaml(name: string, yaml: string) {
  saveFile(name, new Blob([yaml], { type: 'application/yaml' }));
}
