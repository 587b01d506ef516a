import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  OperationButton,
  safeUrl,
} from '@millrace/backstage-plugin-data-platform-react';

/** Leads into the notebook server, in a tab of its own; says why not where it would not work. */
export function OpenNotebookButton(props: {
  server: NotebookServer;
  /** The title is part of the name where several servers are on the screen. */
  named?: boolean;
  quiet?: boolean;
}) {
  const { server, named, quiet } = props;
  const url = server.openUrl && safeUrl(server.openUrl);
  if (!url) {
    return (
      <OperationButton
        availability={{
          id: 'open',
          title: 'Open',
          available: false,
          reason: server.openNote ?? 'It can be opened while it runs.',
        }}
        icon={<RiExternalLinkLine />}
        onPress={() => undefined}
      />
    );
  }
  return (
    <ButtonLink
      size="small"
      variant={quiet ? 'secondary' : 'primary'}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      iconStart={<RiExternalLinkLine />}
      aria-label={
        named
          ? `Open ${server.title ?? server.resource.name} in a new tab`
          : undefined
      }
    >
      Open
    </ButtonLink>
  );
}
