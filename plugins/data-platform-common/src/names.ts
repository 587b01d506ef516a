/** Id of the backend and the frontend plugin. */
export const PLUGIN_ID = 'data-platform';

/** Label of Backstage's own Kubernetes plugin; its value is the Component's name. */
export const LABEL_KUBERNETES_ID = 'backstage.io/kubernetes-id';
/** Annotation of a live object (a claim): the entity that it belongs to. */
export const ANNOTATION_ENTITY_REF = 'millrace.dev/entity-ref';
/** Annotation of an entity: selects its live objects by label. */
export const ANNOTATION_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';
/** Annotation of a domain entity: the cluster (source) that it lives on. */
export const ANNOTATION_SOURCE = 'millrace.dev/source';
/** Annotation of a `lakefs-repository`: the repository's name on the server that {@link ANNOTATION_SOURCE} names. */
export const ANNOTATION_REPOSITORY = 'millrace.dev/repository';
/** Annotation of a `lakefs-repository`: `true` where the portal's configuration registered it, not a person. */
export const ANNOTATION_PROVIDED = 'millrace.dev/provided';
/** Annotation of a domain entity: its namespaces, comma separated. */
export const ANNOTATION_NAMESPACES = 'millrace.dev/namespaces';
/** Label of a namespace made by us; its value is `millrace`. */
export const LABEL_MANAGED_BY = 'millrace.dev/managed-by';
/** Label of a namespace: `<catalog namespace>.<name>` of its Domain. */
export const LABEL_DOMAIN = 'millrace.dev/domain';
/** Annotation of what an operation made: its id, by which it is found again after a crash. */
export const ANNOTATION_OPERATION = 'millrace.dev/operation';
/** Annotation of a run: the entity ref of the person who started it. */
export const ANNOTATION_STARTED_BY = 'millrace.dev/started-by';
/** Annotation of a run: hash of the definition that it was made from. */
export const ANNOTATION_DEFINITION = 'millrace.dev/definition';
/** Annotation of a run: what differs from the job's definition, in short words: `arguments, executor memory`. */
export const ANNOTATION_CHANGED = 'millrace.dev/changed';
/** Label of a run: id of the operation (back-fill) that it is a step of. */
export const LABEL_SERIES = 'millrace.dev/series';
/** Annotation of a run: the date that it is for, as the series names it. */
export const ANNOTATION_RUN_DATE = 'millrace.dev/run-date';
/** Annotation of a job: argument that carries the date of a run, for example `--date={date}`. */
export const ANNOTATION_DATE_ARGUMENT = 'millrace.dev/date-argument';
/** Annotation of an entity that was made of what existed already: unregistering it deletes nothing on the cluster. */
export const ANNOTATION_ADOPTED = 'millrace.dev/adopted';
/**
 * Annotation of a job: its runs are the objects of its manifest's kind whose names, without what is different in each run
 * (times, counters, hashes), are this.
 */
export const ANNOTATION_RUN_NAME = 'millrace.dev/run-name';
/** Annotation of an entity that stands for one live object: `<Kind>.<group>/<namespace>/<name>`. */
export const ANNOTATION_OBJECT = 'millrace.dev/object';
/** Annotation of an entity that stands for one live object: the object's uid. */
export const ANNOTATION_OBJECT_UID = 'millrace.dev/object-uid';
/** Annotation of an entity that stands for a live object: `true` where the portal made the object for this owner. */
export const ANNOTATION_OWNER_VERIFIED = 'millrace.dev/owner-verified';
/** Annotation of a live object (a claim): the entity ref of the person or group that it was made for. */
export const ANNOTATION_OWNER = 'millrace.dev/owner';
/** Annotation of a live object: its title for people. */
export const ANNOTATION_TITLE = 'millrace.dev/title';
/** Annotation of a live object: what it is for, in the words of who made it. */
export const ANNOTATION_DESCRIPTION = 'millrace.dev/description';
/** Annotation of a live object (a claim): entity ref of the data product that it is for. */
export const ANNOTATION_PRODUCT = 'millrace.dev/product';
/** Label of a role binding made by us: `owner`, `member` or `viewer`. */
export const LABEL_ROLE = 'millrace.dev/role';

/** `spec.type` of the catalog entities that this suite knows. */
export const TYPE_DOMAIN = 'data-domain';
export const TYPE_PRODUCT = 'data-product';
export const TYPE_SPARK_JOB = 'spark-job';
export const TYPE_CONTRACT = 'data-contract';
export const TYPE_NOTEBOOK_SERVER = 'notebook-server';
export const TYPE_LAKEFS_REPOSITORY = 'lakefs-repository';
