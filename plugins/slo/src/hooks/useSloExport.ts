import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { saveFile } from '@atrium/ui';
import { sloApiRef } from '../api/SloApi';

/** Saves an SLO as a file: as OpenSLO, or as rules for Prometheus. */
export function useSloExport({ id, name }: { id: string; name: string }) {
  const api = useApi(sloApiRef);
  const openSlo = useMutation({
    mutationFn: async () => {
      saveYaml(`${name}.slo.yaml`, await api.exportOpenSlo(id));
    },
  });
  const rules = useMutation({
    mutationFn: async () => {
      const { yaml, notConverted } = await api.exportPrometheusRules(id);
      const fileName = `${name}.rules.yaml`;
      saveYaml(fileName, yaml);
      return { fileName, notConverted };
    },
  });
  return { openSlo, rules };
}

function saveYaml(name: string, yaml: string) {
  saveFile(name, new Blob([yaml], { type: 'application/yaml' }));
}
