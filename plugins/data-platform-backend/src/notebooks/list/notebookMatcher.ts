import { Candidate } from './Candidate';
import { NotebookQuery } from './NotebookQuery';

/** Whether a server is in the scope of a list, whatever its state and whosever it is. */
export function notebookMatcher(
  query: Omit<NotebookQuery, 'ownerRef' | 'state'>,
  viewer: { ownershipRefs: readonly string[] },
): (candidate: Candidate) => boolean {
  const { domainRef, source, mine } = query;
  const part = query.q?.trim().toLowerCase();
  return candidate => {
    const { row } = candidate.resource;
    const { owner, ownerVerified } = candidate;
    return (
      (!domainRef || row.domainRef === domainRef) &&
      (!source || row.source === source) &&
      (!mine ||
        (ownerVerified &&
          owner !== undefined &&
          viewer.ownershipRefs.includes(owner))) &&
      (!part || textsOf(candidate).some(text => text?.includes(part)))
    );
  };
}

function textsOf({ resource, facts, owner, title }: Candidate) {
  const { name, namespace, assessment } = resource.row;
  return [
    name,
    namespace,
    title,
    owner,
    facts.image,
    facts.imageTitle,
    assessment.message,
  ].map(text => text?.toLowerCase());
}
