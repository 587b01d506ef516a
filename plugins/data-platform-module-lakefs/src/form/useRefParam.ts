import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  useRested,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';

/** A branch, tag or commit that a person types, kept in the URL. */
export interface RefParam {
  /** As it is typed. */
  text: string;
  /** Once typing has rested, without spaces around it: what to ask a server for. */
  ref: string;
  type(text: string): void;
}

/**
 * A ref to compare with, or to merge into.
 * @param name - of the parameter of the URL
 * @param usual - what holds while nothing else is chosen; not written into the URL
 */
export function useRefParam(name: string, usual: string | undefined): RefParam {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get(name) ?? usual ?? '');
  const ref = useRested(text.trim());
  const type = (next: string) => {
    setText(next);
    setParams(
      before =>
        withParams(before, {
          [name]: next === usual ? undefined : next.trim(),
        }),
      { replace: true },
    );
  };
  return { text, ref, type };
}
