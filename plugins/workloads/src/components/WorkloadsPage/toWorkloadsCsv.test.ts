import { sampleRow } from '../../__testUtils__/sampleWorkloads';
import { toWorkloadsCsv } from './toWorkloadsCsv';

it('writes what a spreadsheet reads as text and nothing else', () => {
  const csv = toWorkloadsCsv([
    sampleRow({
      healthReason: 'Not ready, "web" waits',
      cluster: '=HYPERLINK("x")',
      ownerRef: undefined,
    }),
  ]);
  const [header, line] = csv.split('\r\n');
  expect(header).toBe(
    'cluster,environment,namespace,kind,name,entity,owner,health,reason,pods ready,pods desired,images,deployed version,version verdict,api version,problems',
  );
  expect(line).toBe(
    `"'=HYPERLINK(""x"")",production,billing,Deployment,payment-service,component:default/payment-service,,healthy,"Not ready, ""web"" waits",3,3,registry.acme.example/payment-service:4.12.3,,same,apps/v1,no-digest`,
  );
});
