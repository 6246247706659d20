/* eslint-disable no-restricted-syntax -- A file of a repository, whose language the portal does not choose. */

/** What a new scorecard begins with. */
export function newScorecard(ownerRef: string): string {
  return `apiVersion: atrium.dev/v1
kind: Scorecard
metadata:
  name: our-standard
  title: Our standard
spec:
  owner: ${ownerRef}
  appliesTo: entity.kind == "Component" && entity.spec.type == "service"
  levels:
    - name: bronze
      title: Bronze
      color: bronze
    - name: silver
      title: Silver
      color: silver
  checks:
    - name: has-slo
      title: Has a service level objective
      level: bronze
      expression: facts.slo.count > 0
      fix:
        text: Open **SLOs** on the page of the service and choose **New SLO**.
`;
}
