import {
  documentKey,
  InvalidManifest,
  parseManifest,
} from './applyManifests.ts';
import type { ClusterStore } from './ClusterStore.ts';
import { completeTemplate } from './completeTemplate.ts';
import {
  applyFields,
  listFields,
  noteUpdate,
  readManagedFields,
  toManagedFields,
} from './fieldManagers.ts';
import type { FieldManager } from './fieldManagers.ts';
import { formatTime } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { gitOpsManager } from './ManifestOverrides.ts';
import { isObject } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';
import { applyMergePatch } from './patches.ts';
import { withCanonicalQuantities } from './quantities.ts';
import { readField, readText, readTextMap } from './readField.ts';
import { apiVersionOf, resourceKey } from './ResourceTypes.ts';
import { seededSuffix, seededUid } from '../seed.ts';
import {
  alreadyExists,
  badRequest,
  conflict,
  invalidObject,
  objectNotFound,
} from './statusErrors.ts';
import type { Subject } from './statusErrors.ts';
import {
  asObject,
  isDryRun,
  patchDocument,
  readDocument,
  requireWritten,
  withoutServerFields,
} from './writeRequests.ts';
import type { WriteRequest } from './writeRequests.ts';

/** Creates, changes and deletes objects as an API server does. */
export class ObjectWriter {
  readonly #store: ClusterStore;

  constructor(store: ClusterStore) {
    this.#store = store;
  }

  create(request: WriteRequest): KubernetesObject {
    const { type, namespace } = request;
    requireWritten(type);
    const body = readDocument(request);
    const metadata = isObject(body.metadata) ? body.metadata : {};
    const name =
      readText(metadata, 'name') ||
      `${readText(metadata, 'generateName')}${seededSuffix(
        `${Math.random()}`,
      )}`;
    const document = { ...body, metadata: { ...metadata, name } };
    if (namespace && !this.#store.get('v1/Namespace', { name: namespace })) {
      throw objectNotFound({
        group: '',
        plural: 'namespaces',
        name: namespace,
      });
    }
    if (this.#store.get(resourceKey(type), { namespace, name })) {
      throw alreadyExists({ ...type, name });
    }
    const managers = noteUpdate(
      [],
      { before: {}, after: document },
      this.#writer(request, 'Update'),
    );
    return this.#save({ ...request, name }, { document, managers });
  }

  replace(request: WriteRequest): KubernetesObject {
    const { document, managers } = this.#current(request);
    const after = readDocument(request);
    return this.#update(request, { before: document, after, managers });
  }

  /** By the content type of the patch. */
  patch(request: WriteRequest, contentType: string): KubernetesObject {
    if (contentType === 'application/apply-patch+yaml') {
      return this.#apply(request);
    }
    const { document, managers } = this.#current(request);
    // What clients see of the metadata beyond what they wrote.
    const { resourceVersion, annotations } = this.#get(request).metadata;
    const before = applyMergePatch(document, {
      metadata: {
        annotations: annotations ?? {},
        managedFields: toManagedFields(managers),
        resourceVersion,
      },
    });
    const after = patchDocument(before, request.body, contentType);
    return this.#update(request, {
      before: document,
      after,
      managers: readManagedFields(readField(after, 'metadata.managedFields')),
    });
  }

  /** Sets how many pods a workload has. */
  scale(request: WriteRequest, contentType?: string): KubernetesObject {
    const { document, managers } = this.#current(request);
    const scale: JsonObject = {
      spec: { replicas: Number(readField(document, 'spec.replicas') ?? 1) },
    };
    const wanted = contentType
      ? patchDocument(scale, request.body, contentType)
      : request.body;
    const replicas = readField(wanted, 'spec.replicas');
    if (
      typeof replicas !== 'number' ||
      !Number.isInteger(replicas) ||
      replicas < 0 ||
      replicas > 50
    ) {
      throw badRequest('spec.replicas must be a number from 0 to 50');
    }
    const after = applyMergePatch(document, { spec: { replicas } });
    return this.#update(request, { before: document, after, managers });
  }

  /** Answers the object that is gone. */
  delete(request: WriteRequest): KubernetesObject {
    const { type, namespace, name = '', body } = request;
    requireWritten(type);
    const object = this.#get(request);
    this.checkDelete(object, { ...type, name }, body);
    if (readText(body, 'propagationPolicy') === 'Orphan') {
      throw badRequest(
        'the sandbox cannot keep what belongs to an object without it',
      );
    }
    if (isDryRun(request)) {
      return object;
    }
    const key = documentKey({ kind: type.kind, namespace, name });
    const gone = [
      key,
      ...(type.kind === 'Namespace'
        ? this.#store
            .writtenKeys()
            .filter(other => other.split('/')[1] === name)
        : []),
    ];
    for (const each of gone) {
      this.#store.write(each, { managers: [] });
    }
    return object;
  }

  /** Refuses to delete another object than the one that was meant. */
  checkDelete(object: KubernetesObject, subject: Subject, options: Json) {
    for (const field of ['uid', 'resourceVersion'] as const) {
      const wanted = readText(options, `preconditions.${field}`);
      const present = object.metadata[field];
      if (wanted && wanted !== present) {
        throw conflict(
          subject,
          `Precondition failed: ${
            field === 'uid' ? 'UID' : 'ResourceVersion'
          } in precondition: ${wanted}, ${
            field === 'uid' ? 'UID' : 'ResourceVersion'
          } in object meta: ${present}`,
        );
      }
    }
  }

  #apply(request: WriteRequest): KubernetesObject {
    const { type, namespace, name = '', query } = request;
    requireWritten(type);
    if (!query.get('fieldManager')) {
      throw badRequest(
        'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
      );
    }
    const wanted = readDocument(request);
    const exists = this.#store.get(resourceKey(type), { namespace, name });
    if (namespace && !this.#store.get('v1/Namespace', { name: namespace })) {
      throw objectNotFound({
        group: '',
        plural: 'namespaces',
        name: namespace,
      });
    }
    const { document, managers } = exists
      ? this.#current(request)
      : { document: wanted, managers: [] };
    const applied = applyFields({ object: document, managers }, wanted, {
      writer: this.#writer(request, 'Apply'),
      force: query.get('force') === 'true',
    });
    this.#checkVersion(request, wanted);
    return this.#save(request, {
      document: applied.object,
      managers: applied.managers,
    });
  }

  #update(
    request: WriteRequest,
    change: { before: JsonObject; after: JsonObject; managers: FieldManager[] },
  ): KubernetesObject {
    this.#checkVersion(request, change.after);
    const after = withoutServerFields(change.after);
    const { type, name = '' } = request;
    if (
      type.group === 'apps' &&
      JSON.stringify(readField(change.before, 'spec.selector')) !==
        JSON.stringify(readField(after, 'spec.selector'))
    ) {
      throw invalidObject(
        { ...type, name },
        {
          field: 'spec.selector',
          message: 'Invalid value: field is immutable',
        },
      );
    }
    const managers = noteUpdate(
      change.managers,
      { before: change.before, after },
      this.#writer(request, 'Update'),
    );
    return this.#save(request, { document: after, managers });
  }

  #save(
    request: WriteRequest,
    change: { document: JsonObject; managers: FieldManager[] },
  ): KubernetesObject {
    const { type, namespace, name = '' } = request;
    const document = withCanonicalQuantities(
      withoutServerFields(change.document),
    );
    try {
      parseManifest(document);
    } catch (error) {
      if (error instanceof InvalidManifest) {
        const { field, problem: message } = error;
        throw invalidObject({ ...type, name }, { field, message });
      }
      throw error;
    }
    const managers = change.managers;
    if (isDryRun(request)) {
      return this.#preview(request, { document, managers });
    }
    this.#store.write(documentKey({ kind: type.kind, namespace, name }), {
      document,
      managers,
    });
    return this.#get(request);
  }

  /** As it would be served, without what controllers make of it. */
  #preview(
    { type, namespace, name = '' }: WriteRequest,
    change: { document: JsonObject; managers: FieldManager[] },
  ): KubernetesObject {
    const present = this.#store.get(resourceKey(type), { namespace, name });
    const { spec, metadata } = change.document;
    return {
      ...present,
      ...change.document,
      ...(isObject(spec) && {
        spec: withTemplateDefaults(
          { ...asObject(present?.spec), ...spec },
          change.document,
        ),
      }),
      apiVersion: apiVersionOf(type),
      kind: type.kind,
      metadata: {
        uid: seededUid(`${type.kind}/${namespace ?? ''}/${name}`),
        creationTimestamp: formatTime(this.#store.now()),
        ...present?.metadata,
        ...asObject(metadata),
        annotations: {
          ...present?.metadata.annotations,
          ...readTextMap(metadata, 'annotations'),
        },
        name,
        managedFields: toManagedFields(change.managers),
      },
    };
  }

  #get({ type, namespace, name = '' }: WriteRequest): KubernetesObject {
    const object = this.#store.get(resourceKey(type), { namespace, name });
    if (!object) {
      throw objectNotFound({ ...type, name });
    }
    return object;
  }

  /** What an object was written as, and by whom. */
  #current(request: WriteRequest): {
    document: JsonObject;
    managers: FieldManager[];
  } {
    const { type, namespace, name = '' } = request;
    requireWritten(type);
    const object = this.#get(request);
    const key = documentKey({ kind: type.kind, namespace, name });
    const written = this.#store.written(key);
    // A namespace is there without anybody writing it.
    const document = written?.document ?? {
      apiVersion: object.apiVersion,
      kind: object.kind,
      metadata: { name, ...(namespace && { namespace }) },
    };
    return {
      document,
      managers: written?.managers ?? [
        {
          manager: gitOpsManager,
          operation: 'Apply',
          apiVersion: apiVersionOf(type),
          time: object.metadata.creationTimestamp,
          fields: listFields(document),
        },
      ],
    };
  }

  #checkVersion(request: WriteRequest, after: JsonObject) {
    const { type, namespace, name = '' } = request;
    const wanted = readText(after, 'metadata.resourceVersion');
    const present = this.#store.get(resourceKey(type), { namespace, name });
    if (wanted && present && wanted !== present.metadata.resourceVersion) {
      throw conflict({ ...type, name });
    }
  }

  #writer(
    { type, query, client }: WriteRequest,
    operation: FieldManager['operation'],
  ) {
    return {
      manager: query.get('fieldManager') ?? client,
      operation,
      apiVersion: apiVersionOf(type),
      time: formatTime(this.#store.now()),
    };
  }
}

/** What makes pods is served with the defaults of their template. */
function withTemplateDefaults(
  spec: JsonObject,
  document: JsonObject,
): JsonObject {
  const manifest = parseManifest(document);
  switch (manifest?.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
      return {
        ...spec,
        template: asObject(completeTemplate(manifest.spec.template)),
      };
    default:
      return spec;
  }
}
