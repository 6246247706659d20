import type { ManifestFile } from '../../manifests.ts';

/** A small organisation for the tests of the cluster. */
export const sampleManifests: ManifestFile[] = [
  {
    repository: 'payment-service',
    path: 'deploy/service.yaml',
    content: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payment-service
  namespace: billing
  labels: { app: payment-service, backstage.io/kubernetes-id: payment-service }
spec:
  replicas: 3
  selector: { matchLabels: { app: payment-service } }
  template:
    metadata:
      labels: { app: payment-service, backstage.io/kubernetes-id: payment-service }
    spec:
      containers:
        - name: app
          image: registry.acme.example/payment-service:2.14.3
          ports: [{ name: http, containerPort: 8080 }]
          resources:
            requests: { cpu: 250m, memory: 512Mi }
            limits: { cpu: "1", memory: 1Gi }
          readinessProbe: { httpGet: { path: /actuator/health, port: http } }
---
apiVersion: v1
kind: Service
metadata:
  name: payment-service
  namespace: billing
  labels: { backstage.io/kubernetes-id: payment-service }
spec:
  selector: { app: payment-service }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: payment-service, namespace: billing }
spec:
  ingressClassName: nginx
  tls: [{ hosts: [payments.acme.example] }]
  rules: [{ host: payments.acme.example }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: cart-service, namespace: checkout }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart-service }
  minReplicas: 2
  maxReplicas: 2
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
`,
  },
  {
    repository: 'payment-service',
    path: 'deploy/webhook-worker.yaml',
    content: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payment-webhook-worker
  namespace: billing
  labels: { app: payment-webhook-worker, backstage.io/kubernetes-id: payment-service }
spec:
  replicas: 1
  selector: { matchLabels: { app: payment-webhook-worker } }
  template:
    metadata:
      labels: { app: payment-webhook-worker, backstage.io/kubernetes-id: payment-service }
      annotations:
        sandbox.atrium.dev/behaviour: crash-loop
        sandbox.atrium.dev/log: |
          java.net.UnknownHostException: webhook-queue.billing.svc
          	at com.acme.payments.WebhookQueue.connect(WebhookQueue.java:44)
    spec:
      containers:
        - name: worker
          image: registry.acme.example/payment-webhook-worker:2.14.3
          resources: { requests: { cpu: 100m, memory: 256Mi } }
`,
  },
  {
    repository: 'cart-service',
    path: 'deploy/all.yaml',
    content: `
apiVersion: v1
kind: List
items:
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: cart-service, namespace: checkout, labels: { tier: backend } }
    spec:
      selector: { matchLabels: { app: cart-service } }
      template:
        metadata: { labels: { app: cart-service } }
        spec:
          containers:
            - name: cart
              image: registry.acme.example/cart-service:1.4.0
              resources: { requests: { cpu: 200m, memory: 256Mi } }
            - name: proxy
              image: registry.acme.example/proxy:1.0.0
              resources: { requests: { cpu: 50m, memory: 64Mi } }
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: cart-service, namespace: checkout }
    data: { LOG_LEVEL: info }
  - apiVersion: apps/v1
    kind: StatefulSet
    metadata: { name: carts-cache, namespace: checkout }
    spec:
      replicas: 2
      serviceName: carts-cache
      selector: { matchLabels: { app: carts-cache } }
      template:
        metadata: { labels: { app: carts-cache } }
        spec: { containers: [{ name: cache, image: "valkey:8.1" }] }
      volumeClaimTemplates:
        - metadata: { name: data }
          spec: { resources: { requests: { storage: 8Gi } } }
  - apiVersion: batch/v1
    kind: CronJob
    metadata: { name: cart-cleanup, namespace: checkout }
    spec:
      schedule: "*/20 * * * *"
      jobTemplate:
        spec:
          template:
            spec: { containers: [{ name: cleanup, image: "registry.acme.example/cart-cleanup:1.4.0" }] }
`,
  },
  {
    repository: 'broken-service',
    path: 'deploy/broken.yaml',
    content: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: broken',
  },
];
