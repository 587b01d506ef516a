import {
  LakefsBranch,
  LakefsDiff,
} from '@millrace/backstage-plugin-data-platform-common';
import { ObjectSide } from '../objects/ObjectSide';
import { DiffQuestion } from './DiffQuestion';

/**
 * Where to see an object that differs: before and after, as far as it was there.
 *
 * @param base - commit where the two parted; that of before, in a three-dot difference
 * @param names - what the refs are called
 */
export function sidesOf(
  { type }: LakefsDiff,
  question: DiffQuestion,
  base: string | undefined,
  names: { left: string; right: string },
): ObjectSide[] {
  const threeDot = question.type === 'three_dot';
  const before: ObjectSide = {
    ref: (threeDot && base) || question.left,
    title:
      threeDot && base
        ? `Where it parted from ${names.left}`
        : `On ${names.left}`,
  };
  const after: ObjectSide = {
    ref: question.right,
    title: `On ${names.right}`,
  };
  switch (type) {
    case 'added':
      return [after];
    case 'removed':
      return [before];
    case 'conflict':
      return [{ ref: question.left, title: `On ${names.left}` }, after];
    default:
      return [before, after];
  }
}

/** The same of what is not committed: its last commit, and the branch as it is. */
export function sidesOfUncommitted(
  { type }: LakefsDiff,
  { head, name }: Pick<LakefsBranch, 'head' | 'name'>,
): ObjectSide[] {
  const before = { ref: head, title: 'In the last commit' };
  const after = { ref: name, title: 'Now, uncommitted' };
  if (type === 'added') return [after];
  return type === 'removed' ? [before] : [before, after];
}
