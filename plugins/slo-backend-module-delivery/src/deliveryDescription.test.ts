import { deliveryDescription } from './deliveryDescription';
import { readDeliverySpec } from './readDeliverySpec';

const SAMPLES: Record<string, string | boolean> = {
  environment: 'production',
  tier: 'production',
  failsWithin: '2h',
  incidents: true,
  pipeline: 'build',
  branch: 'main',
  result: 'success',
  maxDuration: '10m',
};

it.each(['deployments', 'runs'])('asks for what is known of %s', measure => {
  const fields = deliveryDescription.fields.filter(
    ({ name, onlyWith }) =>
      name !== 'measure' && (!onlyWith || onlyWith.value === measure),
  );
  for (const part of ['good', 'total'] as const) {
    const asked = fields.filter(({ parts }) => !parts || parts.includes(part));
    const spec = {
      measure,
      ...Object.fromEntries(asked.map(({ name }) => [name, SAMPLES[name]])),
    };
    expect(
      readDeliverySpec(
        { sourceType: 'delivery', sourceOrigin: 'default', spec },
        part,
      ),
    ).toHaveProperty('query.measure', measure);
  }
});
