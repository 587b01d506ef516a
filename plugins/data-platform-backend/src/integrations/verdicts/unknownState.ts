import { code } from '../values/plain';
import { Verdict } from './verdict';

/**
 * The controller of an object reports a state that this portal does not know.
 * @param controller - what it is called: `operator`
 */
export function unknownState(state: string, controller = 'operator'): Verdict {
  return {
    health: 'unknown',
    reason: 'UnknownState',
    message: `The ${controller} reports the state ${code(
      state,
      60,
    )}, which is not known here.`,
    nextStep: `Look at the object itself; a newer ${controller} may have added that state.`,
  };
}
