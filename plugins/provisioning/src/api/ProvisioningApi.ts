import { createApiRef } from '@backstage/frontend-plugin-api';
import type { Page, Proposal, ProposalDraft } from '@atrium/common';
import type {
  ApplyScore,
  CheckDefinitionProposal,
  CreateDefinitionProposal,
  CreateRequest,
  Credentials,
  DefinitionEffects,
  DefinitionProposalQuery,
  Definitions,
  Leftover,
  LeftoverRemoval,
  Preview,
  ProvisionedNeed,
  ProvisionedResource,
  ProvisioningRequest,
  ProvisionMissing,
  RemoveLeftover,
  RequestDetails,
  RequestQuery,
  ResourceChangeInput,
  ResourceDetails,
  ResourceInput,
  ResourceQuery,
  Score,
  ScoreApplication,
  ScoreApplyPreview,
  ScoreDeployments,
} from '@atrium/plugin-provisioning-common';
import type { HttpReadOptions } from '@atrium/ui';

/** What an approver agrees to. */
export interface Approval {
  /** Of the plan that the approver has seen. */
  planHash: string;
  comment?: string;
}

/** What an owner wants to have otherwise. */
export interface ResourceChange {
  plan: string;
  parameters: ResourceInput['parameters'];
  /** Of the plan that they have seen. */
  planHash?: string;
}

/** That somebody means it: the name of the resource, typed by hand. */
export interface Deletion {
  confirmName: string;
  reason?: string;
}

/** What a person decides about a resource that needs attention, or failed. */
export type ResourceDecision = 'retry' | 'adopt' | 'abandon';

/** What the pages ask. */
export interface ProvisioningApi {
  getDefinitions(): Promise<Definitions>;
  /** The files of definitions as they are in their repository. */
  getDefinitionDraft(query: DefinitionProposalQuery): Promise<ProposalDraft>;
  /** What a change of a file would mean, and what is wrong with it. */
  getDefinitionEffects(
    input: CheckDefinitionProposal,
  ): Promise<DefinitionEffects>;
  /** Hands a file over to its repository. */
  proposeDefinition(input: CreateDefinitionProposal): Promise<Proposal>;
  /** Says what would come of a request; changes nothing. */
  preview(input: ResourceInput, options?: HttpReadOptions): Promise<Preview>;
  /** Says what would come of a change of a resource; changes nothing. */
  previewChange(input: ResourceChangeInput): Promise<Preview>;
  /** @param idempotencyKey - the same key makes the same request, once. */
  createRequest(
    input: CreateRequest,
    idempotencyKey: string,
  ): Promise<ProvisioningRequest>;
  listRequests(
    query: RequestQuery,
    options?: HttpReadOptions,
  ): Promise<Page<ProvisioningRequest>>;
  getRequest(id: string): Promise<RequestDetails>;
  approveRequest(id: string, approval: Approval): Promise<unknown>;
  rejectRequest(id: string, reason: string): Promise<unknown>;
  cancelRequest(id: string, reason: string): Promise<unknown>;
  listResources(
    query: ResourceQuery,
    options?: HttpReadOptions,
  ): Promise<Page<ProvisionedResource>>;
  getResource(id: string): Promise<ResourceDetails>;
  updateResource(id: string, change: ResourceChange): Promise<unknown>;
  rotateCredentials(id: string): Promise<unknown>;
  /** Lends it anew, for as long as its definition does by default. */
  extendLease(id: string): Promise<unknown>;
  deleteResource(id: string, deletion: Deletion): Promise<unknown>;
  decideResource(id: string, decision: ResourceDecision): Promise<unknown>;
  /** The secrets too; whoever asks first is the only one who gets them. */
  takeCredentials(id: string): Promise<Credentials>;
  listLeftovers(): Promise<Page<Leftover>>;
  removeLeftover(input: RemoveLeftover): Promise<LeftoverRemoval>;
  /** What the Score file of a component needs, in each environment. */
  getScore(entityRef: string): Promise<Score>;
  /** Its workload as Kubernetes manifests, YAML. */
  getManifests(entityRef: string, environment: string): Promise<Blob>;
  /** Requests what is missing of it; each need is answered for itself. */
  provisionMissing(
    entityRef: string,
    input: ProvisionMissing,
  ): Promise<{ items: ProvisionedNeed[] }>;
  /** What runs of it in each environment. */
  getScoreDeployments(entityRef: string): Promise<ScoreDeployments>;
  /** What applying it would change in a cluster; changes nothing. */
  previewApply(
    entityRef: string,
    input: ScoreApplication,
  ): Promise<ScoreApplyPreview>;
  applyScore(entityRef: string, input: ApplyScore): Promise<unknown>;
}

/** The provisioning backend, for the pages. */
export const provisioningApiRef = createApiRef<ProvisioningApi>().with({
  id: 'plugin.provisioning.client',
  pluginId: 'provisioning',
});
