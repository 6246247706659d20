/** What boxes are, and three definitions: for anywhere, for production, large. */
export const BOX_DEFINITIONS = `apiVersion: atrium.dev/v1
kind: ResourceType
metadata: { name: box, title: Box }
spec:
  parameters:
    properties:
      colour: { type: string, enum: [red, green, blue], default: red }
  outputs:
    properties:
      box: { type: string }
      password: { type: string, writeOnly: true }
---
apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata: { name: box-anywhere, title: Box }
spec:
  type: box
  driver: memory
  inputs: { shelf: secret-shelf }
  plans:
    - name: small
      title: Small
      inputs: { size: 1 }
      monthlyPrice: { amount: '9.50', currency: USD }
    - name: large
      inputs: { size: 10 }
  quota: { perOwner: 10 }
  lease: { defaultDays: 30, maximumDays: 90, graceDays: 7 }
---
apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata: { name: box-production }
spec:
  type: box
  driver: memory
  match: { environmentType: production }
  inputs: { shelf: top, size: 5 }
  plans: [{ name: small }, { name: large, inputs: { size: 50 } }]
  approval: { required: true }
---
apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata: { name: box-vault }
spec:
  type: box
  driver: memory
  match: { class: vault }
  inputs: { shelf: vault, size: 1 }
  plans: [{ name: small }]
  approval: { required: false }
  deletion: protect
`;
