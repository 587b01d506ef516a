/**
 * The overview of an entity with the platform's view of it first: apart from the components, because it brings the
 * catalog's own warnings along.
 *
 * @packageDocumentation
 */
export * from './Afterwards';
export * from './EntityLayout';
