import { Link } from '@backstage/ui';
import { ResourceLink } from '@millrace/backstage-plugin-data-platform-common';
import { safeUrl } from '@millrace/backstage-plugin-data-platform-react';
import styles from './LogPanel.module.css';

/** Where the log of a pod may be found in a log store. */
export function LogStoreLinks(props: {
  links: readonly ResourceLink[] | undefined;
  pod: string;
}) {
  const links = (props.links ?? []).filter(link => safeUrl(link.url));
  if (links.length === 0) {
    return null;
  }
  return (
    <p className={styles.note}>
      Log of {props.pod} in{' '}
      {links.map((link, index) => (
        <span key={link.url}>
          {index > 0 && ', '}
          <Link
            href={safeUrl(link.url)!}
            target="_blank"
            rel="noopener noreferrer"
            variant="body-small"
          >
            {link.title}
          </Link>
        </span>
      ))}
    </p>
  );
}
