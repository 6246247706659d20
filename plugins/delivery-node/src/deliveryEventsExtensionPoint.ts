import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  CloudEvent,
  IngestAnswer,
  Run,
} from '@atrium/plugin-delivery-common';

/** Takes events from a source, exactly as `POST /events` does. */
export interface DeliveryEventSink {
  /** Stores any number of events; what is refused is in the answer. */
  ingest(events: CloudEvent[]): Promise<IngestAnswer>;
  /**
   * Whether several components have a repository. The paths of its runs and
   * changes say whose they are then, and are worth a request.
   */
  isShared(repositoryUrl: string): Promise<boolean>;
  /**
   * Whether events of a source have told of an incident, by the id of its subject,
   * that is not resolved.
   */
  hasOpenIncident(source: string, incidentId: string): Promise<boolean>;
}

/** Starts runs again on the host they ran on. */
export interface DeliveryRunController {
  /** Whether a run is of this host, and may be started again there. */
  canRerun(run: Run): boolean;
  /**
   * Starts it again. The caller has been authorised and the attempt is audited;
   * throw an error of `@backstage/errors` if the host refuses.
   */
  rerun(run: Run, options: { userEntityRef: string }): Promise<void>;
}

/** A system whose events a module brings in, such as a git host. */
export interface DeliveryEventSource {
  /** Unique among sources, for example `github`. */
  id: string;
  /**
   * Called once, when events can be taken. Subscribe or schedule here, and
   * return soon.
   */
  start(sink: DeliveryEventSink): Promise<void>;
  /** Set where the host lets runs be started again. */
  runController?: DeliveryRunController;
}

/** Adds sources of events to delivery. */
export interface DeliveryEventsExtensionPoint {
  addSource(source: DeliveryEventSource): void;
}

/** Adds sources of events to delivery. */
export const deliveryEventsExtensionPoint =
  createExtensionPoint<DeliveryEventsExtensionPoint>({ id: 'delivery.events' });
