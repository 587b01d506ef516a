import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ADOPTED,
  ANNOTATION_LABEL_SELECTOR,
  ANNOTATION_RUN_NAME,
  ANNOTATION_SOURCE,
  Finding,
  TYPE_PRODUCT,
  TYPE_SPARK_JOB,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { whyNot } from '../../adoption/adoptableJob';
import { JobGroup } from '../../adoption/jobGroups';
import {
  Belonging,
  findBelonging,
  ownOrAdminister,
  specRef,
} from '../belonging';
import {
  OperationDefinition,
  PlanContext,
  refusedPlan,
  RegisterStep,
} from '../definition';
import { entityName } from '../entityName';
import { catalogUnread, errorAt, takenRef } from '../findings';
import { mayRegister } from '../requirements';
import { readAdopted } from './readAdopted';

const MOST = 50;
/** Objects that are read from clusters at a time. */
const AT_A_TIME = 5;

const input = z.strictObject({
  product: z.string({ error: 'Choose a data product.' }).min(1).max(200),
  jobs: z
    .array(
      z.strictObject({
        key: z.string({ error: 'Choose a job of the list.' }).min(1).max(100),
        name: entityName('job'),
        title: z.string().trim().min(1).max(80).optional(),
      }),
      { error: 'Choose the jobs to adopt.' },
    )
    .min(1, 'Choose the jobs to adopt.')
    .max(MOST, `At most ${MOST} jobs at once.`),
});

type Chosen = z.infer<typeof input>['jobs'][number];

interface Adopted {
  step?: RegisterStep;
  findings: Finding[];
}

/**
 * Registers jobs that run on a cluster already: what they run is read as the person, and how their runs are found is
 * noted beside it. Nothing is written to the cluster.
 */
export const sparkJobAdopt: OperationDefinition<z.infer<typeof input>> = {
  id: 'spark-job:adopt',
  title: 'Adopt Spark jobs',
  requires: [mayRegister],
  input,
  async plan({ product, jobs }, context) {
    const title = `Adopt ${
      jobs.length === 1
        ? `Spark job ${jobs[0].name}`
        : `${jobs.length} Spark jobs`
    }`;
    const found = await findBelonging(
      product,
      {
        kind: 'system',
        type: TYPE_PRODUCT,
        field: 'product',
        noun: 'data product',
      },
      context,
    );
    if (!found.found) return refusedPlan(title, found.findings);
    const { entityRef: productRef } = found.found;
    const domainRef = specRef(found.found.entity, 'domain', 'domain');
    const domain =
      domainRef &&
      (await context.services.catalog.find(domainRef, context.credentials));
    if (!domainRef || !domain) {
      return refusedPlan(title, [
        errorAt(
          'product',
          `${productRef} belongs to no data domain that exists.`,
          'Set spec.domain of the product.',
        ),
      ]);
    }
    const requirements = ownOrAdminister(
      { entityRef: domainRef, ownerRef: specRef(domain, 'owner', 'group') },
      context,
      'adopt jobs in',
    );
    await context.authorise(requirements);
    const adopted = await inTurns(jobs, AT_A_TIME, (job, index) =>
      adopt(job, index, { product: found.found!, domainRef }, context),
    );
    const steps = adopted.flatMap(({ step }) => step ?? []);
    return {
      title,
      entityRef: productRef,
      subject: `adopt:${productRef}`,
      findings: [
        ...catalogUnread(context),
        ...sameNames(jobs),
        ...adopted.flatMap(({ findings }) => findings),
      ],
      requirements,
      steps,
      output: {
        entityRefs: jobs.map(({ name }) => `component:default/${name}`),
      },
    };
  },
};

async function adopt(
  chosen: Chosen,
  index: number,
  home: { product: Belonging; domainRef: string },
  context: PlanContext,
): Promise<Adopted> {
  const field = `jobs.${index}`;
  const group = context.services.adoption.job(chosen.key);
  const problem = placeProblem(group, chosen, home.domainRef, context);
  if (!group || problem) {
    return {
      findings: problem
        ? [errorAt(`${field}.key`, problem.message, problem.remedy)]
        : [],
    };
  }
  const entityRef = `component:default/${chosen.name}`;
  const taken = await takenRef(entityRef, context, `${field}.name`);
  const { text, findings } = await readAdopted(
    group,
    { name: chosen.name, field },
    context,
  );
  return {
    findings: [...taken, ...findings],
    ...(text && {
      step: {
        id: `register/${chosen.name}`,
        verb: 'register',
        title: `Register Component ${chosen.name}: ${foundBy(group)}`,
        entity: toEntity(chosen, group, home.product, text),
      },
    }),
  };
}

function placeProblem(
  group: JobGroup | undefined,
  { name }: Chosen,
  domainRef: string,
  { services }: PlanContext,
): { message: string; remedy?: string } | undefined {
  if (!group) {
    return {
      message: `${name}: there is no such job on the clusters any more, or it has been adopted meanwhile.`,
      remedy: 'Reload the list.',
    };
  }
  const own = services.domains.ofNamespace(group.source, group.namespace);
  if (!own) {
    return {
      message: `${name}: ${whyNot(group, {
        registered: false,
        unread: false,
      })}`,
    };
  }
  if (own === domainRef) return undefined;
  return {
    message: `${name} runs in namespace ${group.namespace} on cluster ${group.source}, which belongs to ${own}, not to ${domainRef}.`,
    remedy: `Choose a data product of ${own}.`,
  };
}

/** Two of one name cannot both be registered. */
function sameNames(jobs: readonly Chosen[]): Finding[] {
  const first = new Map<string, number>();
  return jobs.flatMap(({ name }, index) => {
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, index);
      return [];
    }
    return errorAt(
      `jobs.${index}.name`,
      `Two of the jobs would be called ${name}.`,
      'Give one of them another name.',
    );
  });
}

/** How its runs are found from now on, in words. */
function foundBy({ schedule, labelSelector, runName, source }: JobGroup) {
  if (schedule) {
    return `the runs of schedule ${schedule.row.name} on cluster ${source}`;
  }
  return labelSelector
    ? `runs with the labels ${labelSelector}`
    : `runs whose names begin with ${runName}`;
}

function toEntity(
  { name, title }: Chosen,
  { schedule, labelSelector, runName, source }: JobGroup,
  { entityRef: system, ownerRef }: Belonging,
  manifest: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(title && { title }),
      annotations: {
        [ANNOTATION_ADOPTED]: 'true',
        [ANNOTATION_SOURCE]: source,
        ...(!schedule &&
          (labelSelector
            ? { [ANNOTATION_LABEL_SELECTOR]: labelSelector }
            : { [ANNOTATION_RUN_NAME]: runName ?? name })),
      },
    },
    spec: {
      type: TYPE_SPARK_JOB,
      lifecycle: 'production',
      owner: ownerRef ?? '',
      system,
      manifest,
    },
  };
}

/** All of them, a few at a time, in order. */
async function inTurns<T, R>(
  items: readonly T[],
  atATime: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += atATime) {
    const some = items.slice(from, from + atATime);
    results.push(
      ...(await Promise.all(some.map((item, n) => work(item, from + n)))),
    );
  }
  return results;
}
