import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { WorkloadQuery } from '@atrium/plugin-workloads-common';
import { readAllWorkloads } from '../../api/readAllWorkloads';
import { workloadsApiRef } from '../../api/WorkloadsApi';
import { toWorkloadsCsv } from './toWorkloadsCsv';
import shared from '../shared/shared.module.css';

/** Saves all workloads that fit the filters as a file for a spreadsheet. */
export function ExportButton({ query }: { query: WorkloadQuery }) {
  const api = useApi(workloadsApiRef);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { items } = await readAllWorkloads(api, query);
      save('workloads.csv', toWorkloadsCsv(items));
    },
  });
  return (
    <>
      {error && (
        <span role="alert" className={shared.muted}>
          Not exported: {error.message}
        </span>
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiDownloadLine />}
        isPending={isPending}
        onPress={() => mutate()}
      >
        Export CSV
      </Button>
    </>
  );
}

function save(name: string, content: string) {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
