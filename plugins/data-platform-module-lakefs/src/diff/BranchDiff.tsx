import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import {
  LakefsBranch,
  LakefsDiff,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  Sentence,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';
import { addressOf } from '../data/branchAddress';
import { isRef } from '../data/isRef';
import { RefPicker } from '../form/RefPicker';
import { useRefParam } from '../form/useRefParam';
import { ObjectDialog } from '../objects/ObjectDialog';
import { ObjectSide } from '../objects/ObjectSide';
import { DiffGroups } from './DiffGroups';
import { DiffQuestion, diffSentence, DiffType } from './DiffQuestion';
import { sidesOf } from './sides';
import { UncommittedSection } from './UncommittedSection';
import styles from './diff.module.css';

const TYPES: readonly { id: DiffType; word: string }[] = [
  { id: 'three_dot', word: 'What it changed' },
  { id: 'two_dot', word: 'How they differ now' },
];

/** What a branch changes against another ref, by table, and what lies on it uncommitted. */
export function BranchDiff(props: { branch: LakefsBranch }) {
  const { branch } = props;
  const [params, setParams] = useSearchParams();
  const [opened, setOpened] = useState<{ path: string; sides: ObjectSide[] }>();
  const left = useRefParam('with', branch.parent);
  const type: DiffType = params.get('dots') === '2' ? 'two_dot' : 'three_dot';
  // By commit: what was compared stays what it is while somebody reads it.
  const question: DiffQuestion | undefined = isRef(left.ref)
    ? { left: left.ref, right: branch.head, type }
    : undefined;
  const show = (item: LakefsDiff, base: string | undefined) =>
    question &&
    setOpened({
      path: item.path,
      sides: sidesOf(item, question, base, {
        left: left.ref,
        right: branch.name,
      }),
    });
  return (
    <div className={styles.diff}>
      <div className={styles.bar}>
        <div className={styles.picker}>
          <RefPicker
            field="left"
            label="Compare with"
            address={addressOf(branch)}
            placeholder="Branch, tag or commit"
            value={left.text}
            onChange={left.type}
          />
        </div>
        <ToggleButtonGroup
          aria-label="What is compared"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[type]}
          onSelectionChange={keys =>
            setParams(
              before =>
                withParams(before, {
                  dots: keys.has('two_dot') ? '2' : undefined,
                }),
              { replace: true },
            )
          }
        >
          {TYPES.map(({ id, word }) => (
            <ToggleButton key={id} id={id} size="small">
              {word}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <section className={styles.section} aria-label="Committed">
        <h3 className={styles.title}>Committed</h3>
        {question && left.ref !== branch.name ? (
          <>
            <p className={styles.quiet}>
              <Sentence text={diffSentence(type, branch.name, left.ref)} />
            </p>
            <DiffGroups
              address={addressOf(branch)}
              question={question}
              nothing={
                type === 'three_dot'
                  ? `${branch.name} has changed nothing that ${left.ref} does not have.`
                  : `${branch.name} and ${left.ref} hold the same.`
              }
              onOpen={show}
            />
          </>
        ) : (
          <EmptyState
            compact
            title={
              left.ref === ''
                ? 'Choose what to compare it with.'
                : `Choose another branch, a tag or a commit to compare ${branch.name} with.`
            }
          />
        )}
      </section>
      <UncommittedSection branch={branch} />
      {opened && (
        <ObjectDialog
          branch={branch}
          path={opened.path}
          sides={opened.sides}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}
