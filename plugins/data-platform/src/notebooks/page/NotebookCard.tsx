import { ReactNode } from 'react';
import { Card, CardBody, CardHeader, Skeleton, Text } from '@backstage/ui';
import { NotebookServerDetail } from '@millrace/backstage-plugin-data-platform-common';
import { useNotebookEntity } from '../useNotebookEntity';

/** A card about the notebook server of the page; absent where nothing can be read of it. */
export function NotebookCard(props: {
  title?: string;
  /** `the use of this notebook server` */
  what: string;
  /** Pixels, while it loads. */
  height: number;
  children: (notebook: NotebookServerDetail) => ReactNode;
}) {
  const { title, what, height, children } = props;
  const { value, error } = useNotebookEntity().notebook;
  if (!value && error) {
    // The banner tells why.
    return null;
  }
  return (
    <Card>
      {title && (
        <CardHeader>
          <Text as="h2" variant="title-x-small" weight="bold">
            {title}
          </Text>
        </CardHeader>
      )}
      <CardBody>
        {value ? (
          children(value)
        ) : (
          <Skeleton
            width="100%"
            height={height}
            role="status"
            aria-label={`Loading ${what}`}
          />
        )}
      </CardBody>
    </Card>
  );
}
