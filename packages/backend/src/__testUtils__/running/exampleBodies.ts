const notification = {
  recipients: { type: 'broadcast' },
  payload: { title: 'x' },
};
const location = {
  type: 'url',
  target: 'http://localhost/acme/shop/blob/main/catalog-info.yaml',
};

/** Bodies for routes that look at the body before they ask who calls. */
export const exampleBodies: Record<string, object> = {
  'POST /api/catalog/locations': location,
  'PUT /api/catalog/locations/x': location,
  'POST /api/catalog/analyze-location': {
    location: { type: 'url', target: 'http://git.acme.example/acme/shop' },
  },
  'POST /api/events/bus/v1/events': { event: { topic: 'x', payload: {} } },
  'PUT /api/events/bus/v1/subscriptions/x': { topics: ['x'] },
  'POST /api/notifications': notification,
  'POST /api/notifications/notifications': notification,
  'POST /api/user-settings/multiget': { items: [] },
  'POST /api/scaffolder/v2/dry-run': {
    template: {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'x' },
      spec: { type: 'service', steps: [] },
    },
    values: {},
    directoryContents: [],
  },
};
