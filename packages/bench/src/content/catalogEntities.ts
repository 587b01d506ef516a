import { stringify } from 'yaml';
import { Scale } from '../Scale';
import { DomainPlace, domainPlaces, peopleNames, TEAMS } from './Layout';
import { Manifest, sparkApplication } from './sparkApplication';

/** A component of no type that the suite knows. */
export const PLAIN_COMPONENT = 'plain-service';
/** What its page says once it is there. */
export const PLAIN_WORDS = 'Tells the time of day.';

/** People, teams, domains, products and jobs, as one YAML file of a catalog location. */
export function catalogEntities(scale: Scale): string {
  return [
    ...TEAMS.map(team =>
      entity('Group', `team-${team}`, { type: 'team', children: [] }),
    ),
    ...peopleNames(scale).map((person, index) =>
      entity('User', person, {
        memberOf: [`team-${TEAMS[index % TEAMS.length]}`],
      }),
    ),
    // A page that has nothing to do with us.
    entity(
      'Component',
      PLAIN_COMPONENT,
      {
        type: 'service',
        lifecycle: 'production',
        owner: `group:default/team-${TEAMS[0]}`,
      },
      { description: PLAIN_WORDS },
    ),
    ...domainPlaces(scale).flatMap(entitiesOf),
  ]
    .map(each => stringify(each, { lineWidth: 0 }))
    .join('---\n');
}

function entitiesOf(place: DomainPlace): Manifest[] {
  const owner = `group:default/${place.owner}`;
  return [
    entity(
      'Domain',
      place.name,
      { type: 'data-domain', owner },
      {
        annotations: {
          'millrace.dev/source': place.cluster,
          'millrace.dev/namespaces': place.name,
        },
      },
    ),
    ...place.products.map(product =>
      entity('System', product, {
        type: 'data-product',
        owner,
        domain: place.name,
      }),
    ),
    ...place.jobs.map(({ name, product }) =>
      entity(
        'Component',
        name,
        {
          type: 'spark-job',
          lifecycle: 'production',
          owner,
          system: product,
          manifest: stringify(definitionOf(name)),
        },
        { annotations: { 'backstage.io/kubernetes-id': name } },
      ),
    ),
  ];
}

function definitionOf(name: string): Manifest {
  const { apiVersion, kind, spec } = sparkApplication({
    name,
    namespace: '',
    state: 'COMPLETED',
    submittedAt: 0,
  });
  return { apiVersion, kind, metadata: { name }, spec };
}

function entity(
  kind: string,
  name: string,
  spec: Manifest,
  metadata: Manifest = {},
): Manifest {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...metadata },
    spec,
  };
}
