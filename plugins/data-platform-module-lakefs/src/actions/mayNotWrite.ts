/** Why a button of a repository is off for somebody who may only look. */
export const MAY_NOT_WRITE =
  'You may not make branches here. Ask the owner of the data domain for the role member.';
