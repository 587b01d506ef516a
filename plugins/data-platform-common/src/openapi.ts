/** The OpenAPI document as a constant, for the router and its tests; frontends do not load it. */
export { spec } from './generated/spec';
