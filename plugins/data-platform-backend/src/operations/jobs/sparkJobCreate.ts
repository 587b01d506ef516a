import { Entity } from '@backstage/catalog-model';
import {
  Finding,
  TYPE_PRODUCT,
  TYPE_SPARK_JOB,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  Belonging,
  findBelonging,
  ownOrAdminister,
  specRef,
} from '../belonging';
import {
  ClusterStep,
  OperationDefinition,
  PlanContext,
  refusedPlan,
} from '../definition';
import { chooseHome } from '../domain/domainHome';
import { errorAt, takenRef } from '../findings';
import { mayRegister } from '../requirements';
import { notYet } from '../notYet';
import { jobFindings } from './jobFindings';
import { chooseOperator } from './chooseOperator';
import {
  builtManifest,
  JobManifest,
  originOf,
  pastedManifest,
} from './jobManifest';
import {
  isSchedule,
  JobIdentity,
  runObject,
  scheduleObject,
} from './jobObjects';
import { SparkJobInput, sparkJobInput } from './sparkJobInput';

/**
 * Registers a Spark job with its definition. A schedule is made on the cluster, as the person; a definition without one
 * runs nothing until someone presses Run.
 */
export const sparkJobCreate: OperationDefinition<SparkJobInput> = {
  id: 'spark-job:create',
  title: 'Create Spark job',
  requires: [mayRegister],
  input: sparkJobInput,
  async plan(input, context) {
    const title = `Create Spark job ${input.name}`;
    const pasted =
      originOf(input) === 'manifest' ? pastedManifest(input) : undefined;
    if (pasted && !pasted.job) return refusedPlan(title, pasted.findings);
    const place = await placeOf(
      input,
      pasted?.job?.manifest.metadata.namespace,
      context,
    );
    if ('findings' in place) {
      const before = pasted?.findings ?? [];
      return refusedPlan(title, [...before, ...place.findings]);
    }
    const { product, domain, home } = place;
    const { job, findings } = pasted ?? fromForm(input, home.source, context);
    if (!job) return refusedPlan(title, findings);
    const entityRef = `component:default/${input.name}`;
    const owner = input.owner ?? product.ownerRef ?? domain.ownerRef;
    const identity: JobIdentity = {
      entityRef,
      name: input.name,
      namespace: home.namespace,
      ...job,
    };
    const about = await jobFindings(job.manifest, home, context);
    findings.push(
      ...(await takenRef(entityRef, context)),
      ...(await ownerFindings(owner, context)),
      ...notYet(about),
    );
    const scheduled = isSchedule(job.manifest);
    return {
      title,
      entityRef,
      subject: entityRef,
      findings,
      requirements: ownOrAdminister(domain, context, 'register a job in'),
      checks: scheduled ? [] : [checkStep(identity, home.source, context)],
      steps: [
        ...(scheduled ? [scheduleStep(identity, home.source)] : []),
        {
          id: 'register',
          verb: 'register',
          title: `Register Component ${input.name} in the catalog`,
          entity: toEntity(input, product.entityRef, owner ?? '', job.text),
        },
      ],
      output: {
        name: input.name,
        source: home.source,
        namespace: home.namespace,
      },
    };
  },
};

/** A definition from the fields of the form, for the operator that the cluster has. */
function fromForm(
  input: SparkJobInput,
  source: string,
  { services }: PlanContext,
): { job?: JobManifest; findings: Finding[] } {
  const { renderer, findings } = chooseOperator(
    input.operator,
    source,
    services.serves(source),
  );
  const version = services.servedVersion(
    source,
    `SparkApplication.${renderer.group}`,
  );
  const built = builtManifest(input, services.spark, renderer, version);
  return { ...built, findings: [...findings, ...built.findings] };
}

/** Creates a schedule; the definition it holds is what its runs have. */
export function scheduleStep(job: JobIdentity, source: string): ClusterStep {
  const object = scheduleObject(job);
  return {
    id: 'schedule',
    verb: 'create',
    title: `Create ${object.kind} ${job.namespace}/${object.metadata.name} on cluster ${source}`,
    source,
    object,
  };
}

/** What the first run would be; asked of the server, never written. */
export function checkStep(
  job: JobIdentity,
  source: string,
  { actor, now }: PlanContext,
): ClusterStep {
  const object = runObject(job, { actor: actor.userRef, now });
  return {
    id: 'check',
    verb: 'create',
    title: `A run of ${job.name} in ${job.namespace} on cluster ${source}`,
    source,
    object,
  };
}

async function placeOf(
  input: SparkJobInput,
  namespace: string | undefined,
  context: PlanContext,
): Promise<
  | { findings: Finding[] }
  | {
      product: Belonging;
      domain: { entityRef: string; ownerRef?: string };
      home: { source: string; namespace: string };
    }
> {
  const product = await findBelonging(
    input.product,
    {
      kind: 'system',
      type: TYPE_PRODUCT,
      field: 'product',
      noun: 'data product',
    },
    context,
  );
  if (!product.found) return { findings: product.findings };
  const domainRef = specRef(product.found.entity, 'domain', 'domain');
  const domain =
    domainRef &&
    (await context.services.catalog.find(domainRef, context.credentials));
  if (!domainRef || !domain) {
    return {
      findings: [
        errorAt(
          'product',
          `${product.found.entityRef} belongs to no data domain${
            domainRef ? ` that exists (${domainRef})` : ''
          }.`,
          'Set spec.domain of the product.',
        ),
      ],
    };
  }
  const home = await chooseHome(
    domainRef,
    { cluster: input.cluster, namespace },
    context,
  );
  if ('findings' in home) return home;
  const ownerRef = specRef(domain, 'owner', 'group');
  return {
    product: product.found,
    domain: { entityRef: domainRef, ownerRef },
    home,
  };
}

async function ownerFindings(
  owner: string | undefined,
  { services, credentials }: PlanContext,
): Promise<Finding[]> {
  if (!owner) {
    return [
      errorAt('owner', 'The product has no owner to take over.', 'Choose one.'),
    ];
  }
  const missing = await services.catalog.missing([owner], credentials);
  return missing.map(ref =>
    errorAt(
      'owner',
      `${ref} is not in the catalog.`,
      'Choose an existing group.',
    ),
  );
}

function toEntity(
  input: SparkJobInput,
  system: string,
  owner: string,
  manifest: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: input.name,
      namespace: 'default',
      ...(input.title && { title: input.title }),
      ...(input.description && { description: input.description }),
    },
    spec: {
      type: TYPE_SPARK_JOB,
      lifecycle: 'production',
      owner,
      system,
      manifest,
    },
  };
}
