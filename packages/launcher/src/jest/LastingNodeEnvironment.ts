import NodeEnvironment from 'jest-environment-node';
import { lastingEnvironment } from './lastingEnvironment';

type Arguments = ConstructorParameters<typeof NodeEnvironment>;

/** The environment of tests without a page; one for all test files of a process. */
export default class LastingNodeEnvironment {
  constructor(...[config, context]: Arguments) {
    return lastingEnvironment(NodeEnvironment, config, context);
  }
}
