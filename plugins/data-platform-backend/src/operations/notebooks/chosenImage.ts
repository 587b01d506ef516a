import {
  Finding,
  NotebookImage,
} from '@millrace/backstage-plugin-data-platform-common';
import { NotebookSettings } from '../../notebooks/settings/NotebookSettings';
import { errorAt } from '../findings';

/** A reference of an image: a host and path, and a tag or a digest. */
const REFERENCE =
  /^[a-z0-9]([\w.:-]*[a-z0-9])?(\/[a-z0-9][\w.-]*)*(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/i;

/** The image that a server shall run, and what sort of server that is. */
export function chosenImage(
  wanted: string | undefined,
  { images, allowCustomImage }: NotebookSettings,
): { image?: Pick<NotebookImage, 'image' | 'group'>; findings: Finding[] } {
  const [first] = images;
  if (!wanted) {
    return first
      ? { image: first, findings: [] }
      : { findings: [errorAt('image', 'Choose an image.')] };
  }
  const listed = images.find(
    ({ id, image }) => image === wanted || id === wanted,
  );
  if (listed) return { image: listed, findings: [] };
  if (!allowCustomImage) {
    return {
      findings: [
        errorAt(
          'image',
          `Image ${wanted.slice(0, 200)} is not on the list of this portal.`,
          'Choose one from the list, or ask the platform team to add it (dataPlatform.notebooks.images).',
        ),
      ],
    };
  }
  return REFERENCE.test(wanted)
    ? { image: { image: wanted, group: 'jupyter' }, findings: [] }
    : {
        findings: [
          errorAt(
            'image',
            `"${wanted.slice(0, 200)}" is no name of an image.`,
            'Write it as registry.example.com/team/image:tag.',
          ),
        ],
      };
}
